namespace Repro.Engine.Modules;

/// <summary>Functions that a module calls, in the order they were added.</summary>
internal sealed class Hooks<T>
{
    private readonly List<(object Key, T Hook)> entries = [];

    /// <summary>Those there are now: one that is called may add or remove others.</summary>
    public IReadOnlyList<T> Now => [.. entries.Select(entry => entry.Hook)];

    public void Add(object key, T hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        entries.Add((key, hook));
    }

    public void Remove(object key) => entries.RemoveAll(entry => entry.Key == key);
}
