using System.Collections;

namespace Repro.Engine.Modules;

/// <summary>Components of a module by name, in the order they were added.</summary>
internal sealed class Registry<T> : IEnumerable<(string, T)>
{
    private readonly List<(string Name, T Value)> entries = [];

    public bool Has(string name) => entries.Exists(entry => entry.Name == name);

    public void Add(string name, T value)
    {
        if (string.IsNullOrEmpty(name) || name.Contains('.', StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{name}' cannot name a component: it is empty or has a dot.", nameof(name));
        }

        if (Has(name))
        {
            throw new InvalidOperationException($"A component named '{name}' is registered already.");
        }

        entries.Add((name, value));
    }

    public IEnumerator<(string, T)> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
