using Repro.Engine.Memory;

namespace Repro.Engine;

/// <summary>Counts the memory of all tensors of the process, to find tensors that are never disposed.</summary>
public static class TensorMemory
{
    /// <summary>Bytes that tensors hold, without tensors on an array of the caller.</summary>
    public static long BytesInUse => BufferPool.BytesInUse;

    /// <summary>
    /// How many memories of tensors the garbage collector had to take back since the start, because nobody disposed the tensors. It finds
    /// one some time after the last use: <c>GC.Collect(); GC.WaitForPendingFinalizers();</c> makes it look.
    /// </summary>
    public static long Undisposed => Storage.Undisposed;
}
