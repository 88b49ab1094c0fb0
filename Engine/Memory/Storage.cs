namespace Repro.Engine.Memory;

/// <summary>
/// The memory behind one or more tensors. It goes back to the pool when its last holder lets go, or, for tensors that
/// nobody disposed, when the garbage collector finds it unreachable.
/// </summary>
internal sealed class Storage
{
    private readonly int sizeClass;
    private int holders = 1;

    public Storage(long bytes)
    {
        Bytes = bytes;
        (Address, sizeClass) = BufferPool.Rent(bytes);
    }

    ~Storage()
    {
        // Without an address the constructor failed, for want of memory.
        if (Address != 0)
        {
            BufferPool.Return(Address, sizeClass);
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
            BufferPool.Return(Address, sizeClass);
        }
    }
}
