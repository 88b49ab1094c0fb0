using Repro.Engine.Threading;

namespace Repro.Engine.Kernels.Reductions;

/// <summary>The largest number of a row; not a number if any is not.</summary>
internal static unsafe class RowMaximum
{
    /// <summary>
    /// The largest of each of <paramref name="rows"/> rows of <paramref name="count"/> numbers that lie one after the other.
    /// </summary>
    public static void Run(float* x, long rows, long count, float* largest)
    {
        var (input, output) = ((nint)x, (nint)largest);
        Partition.Run(rows, count, (start, end) =>
        {
            for (var row = start; row < end; row++)
            {
                ((float*)output)[row] = Of((float*)input + (row * count), count);
            }
        });
    }

    private static float Of(float* x, long count)
    {
        var largest = float.NegativeInfinity;
        for (var i = 0L; i < count; i++)
        {
            if (x[i] > largest || float.IsNaN(x[i]))
            {
                largest = x[i];
            }

            if (float.IsNaN(largest))
            {
                break;
            }
        }

        return largest;
    }
}
