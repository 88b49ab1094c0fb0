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

    /// <summary>The module at a position. Another one takes the place and the name of the one there.</summary>
    public T this[int index]
    {
        get => list[index];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            list[index] = value;
            Replace(NameOf(index), value);
        }
    }

    /// <summary>Adds a module at the end.</summary>
    public void Add(T item)
    {
        register_module(NameOf(list.Count), item);
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

    /// <summary>Inserts a module. The modules behind it get the names of their new positions.</summary>
    public void Insert(int index, T item)
    {
        ArgumentNullException.ThrowIfNull(item);
        list.Insert(index, item);
        Rename();
    }

    /// <summary>Removes the module at a position. The modules behind it get the names of their new positions.</summary>
    public void RemoveAt(int index)
    {
        list.RemoveAt(index);
        Rename();
    }

    /// <summary>Removes a module, if it is there. The modules behind it get the names of their new positions.</summary>
    public bool Remove(T item)
    {
        var isRemoved = list.Remove(item);
        Rename();
        return isRemoved;
    }

    /// <summary>Removes all modules.</summary>
    public void Clear()
    {
        list.Clear();
        Rename();
    }

    private static string NameOf(int index) => index.ToString(CultureInfo.InvariantCulture);

    private void Rename()
    {
        ForgetModules();
        for (var i = 0; i < list.Count; i++)
        {
            Replace(NameOf(i), list[i]);
        }
    }
}
