using System.Numerics;
using System.Runtime.InteropServices;

namespace Repro.Engine.Memory;

/// <summary>
/// Native memory, aligned to cache lines and kept for the next tensor of its size class: a training step asks for the same
/// buffers as the step before, and fresh pages cost more than the work done on them.
/// </summary>
internal static unsafe class BufferPool
{
    private const int Alignment = 64;
    private const int SmallestShift = 6;
    private const int StepsPerDoubling = 4;

    private static readonly Stack<nint>[] Free = CreateClasses();

    /// <summary>Bytes handed out and not yet returned.</summary>
    public static long BytesInUse => Interlocked.Read(ref bytesInUse);

    /// <summary>Bytes taken from the system since the start; none are given back.</summary>
    public static long BytesTaken => Interlocked.Read(ref bytesTaken);

    private static long bytesInUse;
    private static long bytesTaken;

    public static (nint Address, int SizeClass) Rent(long bytes)
    {
        var sizeClass = ClassOf(bytes);
        var capacity = CapacityOf(sizeClass);
        if (!TryReuse(sizeClass, out var address))
        {
            address = Allocate(capacity);
        }

        Interlocked.Add(ref bytesInUse, capacity);
        return (address, sizeClass);
    }

    public static void Return(nint address, int sizeClass)
    {
        Interlocked.Add(ref bytesInUse, -CapacityOf(sizeClass));
        var free = Free[sizeClass];
        lock (free)
        {
            free.Push(address);
        }
    }

    private static nint Allocate(long capacity)
    {
        Interlocked.Add(ref bytesTaken, capacity);
        var address = (nint)NativeMemory.AlignedAlloc((nuint)capacity, (nuint)(capacity < LargePages.Size ? Alignment : LargePages.Size));
        if (capacity >= LargePages.Size)
        {
            LargePages.Advise(address, capacity);
        }

        return address;
    }

    private static bool TryReuse(int sizeClass, out nint address)
    {
        var free = Free[sizeClass];
        lock (free)
        {
            return free.TryPop(out address);
        }
    }

    /// <summary>The smallest size class that holds the given bytes. There are four classes from each power of two to the next.</summary>
    private static int ClassOf(long bytes)
    {
        var units = (bytes + (1L << SmallestShift) - 1) >> SmallestShift;
        if (units <= StepsPerDoubling)
        {
            return (int)Math.Max(units, 1) - 1;
        }

        var doublings = BitOperations.Log2((ulong)(units - 1)) - 2;
        var step = ((units - 1) >> doublings) - StepsPerDoubling;
        return StepsPerDoubling + (doublings * StepsPerDoubling) + (int)step;
    }

    private static long CapacityOf(int sizeClass)
    {
        if (sizeClass < StepsPerDoubling)
        {
            return (sizeClass + 1L) << SmallestShift;
        }

        var (doublings, step) = Math.DivRem(sizeClass - StepsPerDoubling, StepsPerDoubling);
        return (step + StepsPerDoubling + 1L) << (doublings + SmallestShift);
    }

    private static Stack<nint>[] CreateClasses()
    {
        var classes = new Stack<nint>[StepsPerDoubling * 56];
        for (var i = 0; i < classes.Length; i++)
        {
            classes[i] = new Stack<nint>();
        }

        return classes;
    }
}
