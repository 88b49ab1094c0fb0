using Repro.Engine.Memory;

namespace Repro.Engine;

/// <summary>The memory of all tensors of the process, to find those that nobody disposes.</summary>
public static class TensorMemory
{
    /// <summary>Bytes that tensors hold. Those whose values are an array of the caller's are not among them.</summary>
    public static long BytesInUse => BufferPool.BytesInUse;

    /// <summary>
    /// How many memories of tensors the garbage collector had to take back since the start, because nobody disposed the tensors. It finds one some time after the
    /// last use: <c>GC.Collect(); GC.WaitForPendingFinalizers();</c> makes it look.
    /// </summary>
    public static long Undisposed => Storage.Undisposed;
}
