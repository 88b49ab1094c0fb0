using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Repro.Engine.Memory;

/// <summary>
/// The memory behind one or more tensors. It goes back to the pool when its last holder lets go, or, for tensors that
/// nobody disposed, when the garbage collector finds it unreachable.
/// </summary>
internal sealed class Storage
{
    private readonly int sizeClass;
    private readonly PinnedGCHandle<Array>? array;
    private int holders = 1;

    public Storage(long bytes)
    {
        Bytes = bytes;
        (Address, sizeClass) = BufferPool.Rent(bytes);
    }

    /// <summary>The memory of an array, which stays in its place and alive until it is released.</summary>
    public unsafe Storage(Array array, long elementSize)
    {
        Bytes = array.LongLength * elementSize;
        this.array = new PinnedGCHandle<Array>(array);
        Address = (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
    }

    ~Storage()
    {
        // Without an address the constructor failed, for want of memory.
        if (Address != 0)
        {
            Free();
        }
    }

    public nint Address { get; }

    public long Bytes { get; }

    /// <summary>Counts in-place changes, so that a backward pass can tell that a saved tensor is not what it was.</summary>
    public int Version { get; set; }

    /// <summary>Whether one tensor alone holds the memory, so that nobody sees it change.</summary>
    public bool IsUnshared => Volatile.Read(ref holders) == 1;

    public Storage Hold()
    {
        Interlocked.Increment(ref holders);
        return this;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref holders) == 0)
        {
            GC.SuppressFinalize(this);
            Free();
        }
    }

    private void Free()
    {
        if (array is { } pinned)
        {
            pinned.Dispose();
        }
        else
        {
            BufferPool.Return(Address, sizeClass);
        }
    }
}
