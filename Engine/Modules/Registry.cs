using System.Collections;

namespace Repro.Engine.Modules;

/// <summary>Components of a module by name, in the order they were added.</summary>
internal sealed class Registry<T> : IEnumerable<(string, T)>
    where T : class
{
    private readonly List<(string Name, T? Value)> entries = [];

    public bool Has(string name) => Find(name) is not null;

    public T? Find(string name) => entries.Find(entry => entry.Name == name).Value;

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

        Set(name, value);
    }

    /// <summary>Puts a component in the place of the one of that name, or adds it. Null keeps the place for a later one.</summary>
    public void Set(string name, T? value)
    {
        var place = entries.FindIndex(entry => entry.Name == name);
        if (place >= 0)
        {
            entries[place] = (name, value);
        }
        else if (value is not null)
        {
            entries.Add((name, value));
        }
    }

    public void Clear() => entries.Clear();

    public IEnumerator<(string, T)> GetEnumerator() =>
        entries.Where(entry => entry.Value is not null).Select(entry => (entry.Name, entry.Value!)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
