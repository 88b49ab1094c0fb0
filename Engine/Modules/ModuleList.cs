using System.Collections;
using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A list of modules, named by their positions.</summary>
/// <typeparam name="T">What the modules are.</typeparam>
public class ModuleList<T> : nn.Module, IList<T>
    where T : nn.Module
{
    private readonly List<T> list = [];

    internal ModuleList(params T[] modules)
        : base(nameof(ModuleList<>))
    {
        foreach (var module in modules)
        {
            Add(module);
        }
    }

    /// <summary>The number of modules.</summary>
    public int Count => list.Count;

    /// <summary>Whether the list cannot be changed: it can.</summary>
    public bool IsReadOnly => false;

    /// <summary>The module at a position; putting another one there is not supported.</summary>
    public T this[int index]
    {
        get => list[index];
        set => throw Fixed();
    }

    /// <summary>Adds a module at the end.</summary>
    public void Add(T item)
    {
        register_module(list.Count.ToString(CultureInfo.InvariantCulture), item);
        list.Add(item);
    }

    /// <summary>Whether a module is in the list.</summary>
    public bool Contains(T item) => list.Contains(item);

    /// <summary>Copies the modules into an array.</summary>
    public void CopyTo(T[] array, int arrayIndex) => list.CopyTo(array, arrayIndex);

    /// <summary>The position of a module, or −1.</summary>
    public int IndexOf(T item) => list.IndexOf(item);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => list.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Not supported: registered modules keep their names.</summary>
    public void Insert(int index, T item) => throw Fixed();

    /// <summary>Not supported: registered modules keep their names.</summary>
    public void RemoveAt(int index) => throw Fixed();

    /// <summary>Not supported: registered modules keep their names.</summary>
    public bool Remove(T item) => throw Fixed();

    /// <summary>Not supported: registered modules keep their names.</summary>
    public void Clear() => throw Fixed();

    private static NotSupportedException Fixed() =>
        new("ModuleList: modules are registered by their positions and stay there; the exact engine adds only at the end.");
}
