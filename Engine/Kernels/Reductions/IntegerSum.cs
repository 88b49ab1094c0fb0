using Repro.Engine.Threading;
using static TorchSharp.torch;

namespace Repro.Engine.Kernels.Reductions;

/// <summary>The sums of rows of Int64. They wrap around, so that no order changes them.</summary>
internal static unsafe class IntegerSum
{
    public static void Run(Tensor x, long rows, long count, Tensor sums)
    {
        using var input = x.Pin();
        using var output = sums.Pin();
        var (from, to) = ((nint)input.Longs, (nint)output.Longs);
        Partition.Run(rows, count, (start, end) =>
        {
            for (var row = start; row < end; row++)
            {
                var total = 0L;
                for (var i = row * count; i < (row + 1) * count; i++)
                {
                    total += ((long*)from)[i];
                }

                ((long*)to)[row] = total;
            }
        });
    }
}
