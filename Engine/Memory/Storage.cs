using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Repro.Engine.Memory;

/// <summary>
/// The memory behind one or more tensors. It returns to the pool when the last holder releases it. If a tensor is never disposed, it
/// returns when the garbage collector finds it unreachable.
/// </summary>
internal sealed class Storage
{
    private static long undisposed;

    private readonly List<WeakReference<Storage>> readers = [];
    private readonly PinnedGCHandle<Array>? array;
    private Deferred? deferred;
    private nint address;
    private int sizeClass;
    private int holders = 1;

    public Storage(long bytes)
    {
        Bytes = bytes;
        (address, sizeClass) = BufferPool.Rent(bytes);
    }

    /// <summary>Memory whose content is computed when it is first read, from the memory of <paramref name="source"/>.</summary>
    public Storage(long bytes, Deferred content, Storage source)
    {
        Bytes = bytes;
        deferred = content;
        source.readers.RemoveAll(reader => !reader.TryGetTarget(out _));
        source.readers.Add(new WeakReference<Storage>(this));
    }

    /// <summary>The memory of an array, which stays in its place and alive until it is released.</summary>
    public unsafe Storage(Array array, long elementSize)
    {
        Bytes = array.LongLength * elementSize;
        this.array = new PinnedGCHandle<Array>(array);
        address = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
    }

    ~Storage()
    {
        Interlocked.Increment(ref undisposed);
        Free();
    }

    /// <summary>How many were left to the garbage collector since the start.</summary>
    public static long Undisposed => Interlocked.Read(ref undisposed);

    public nint Address => deferred is null ? address : Materialize();

    public long Bytes { get; }

    /// <summary>The content that is still to be computed, if it is.</summary>
    public Deferred? Deferred => deferred;

    /// <summary>Counts in-place changes, so that a backward pass notices that a saved tensor has changed.</summary>
    public int Version { get; private set; }

    /// <summary>Whether a single tensor holds the memory, so that a change is visible to no other tensor.</summary>
    public bool IsUnshared => Volatile.Read(ref holders) == 1;

    public Storage Hold()
    {
        Interlocked.Increment(ref holders);
        return this;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref holders) > 0)
        {
            return;
        }

        GC.SuppressFinalize(this);
        deferred?.Release();
        deferred = null;
        Free();
    }

    /// <summary>
    /// Counts a change in place that is about to happen; what others are still to compute from the old content is computed first.
    /// </summary>
    public void BeforeChange()
    {
        foreach (var reader in readers)
        {
            if (reader.TryGetTarget(out var storage))
            {
                _ = storage.Address;
            }
        }

        readers.Clear();
        Version++;
    }

    private nint Materialize()
    {
        lock (readers)
        {
            if (deferred is { } content)
            {
                (address, sizeClass) = BufferPool.Rent(Bytes);
                content.Compute(address);
                content.Release();
                deferred = null;
            }

            return address;
        }
    }

    private void Free()
    {
        if (array is { } pinned)
        {
            pinned.Dispose();
        }
        else if (address != 0)
        {
            // There is no address if the memory was never read, or could not be allocated.
            BufferPool.Return(address, sizeClass);
        }
    }
}
