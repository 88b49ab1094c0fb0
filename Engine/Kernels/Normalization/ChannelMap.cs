using System.Numerics;
using Repro.Engine.Threading;

namespace Repro.Engine.Kernels.Normalization;

/// <summary>Applies a map to each element of a matrix, rows × channels.</summary>
internal static unsafe class ChannelMap
{
    public static void Run<TMap>(float* x, float* y, float* result, long rows, long channels, TMap map)
        where TMap : struct, IChannelMap
    {
        var (left, right, output) = ((nint)x, (nint)y, (nint)result);
        Partition.Run(rows, channels, (start, end) =>
        {
            for (var row = start; row < end; row++)
            {
                Row((float*)left + (row * channels), (float*)right + (row * channels), (float*)output + (row * channels), channels, map);
            }
        });
    }

    private static void Row<TMap>(float* x, float* y, float* result, long channels, TMap map)
        where TMap : struct, IChannelMap
    {
        var channel = 0L;
        if (Vector.IsHardwareAccelerated)
        {
            for (; channel <= channels - Vector<float>.Count; channel += Vector<float>.Count)
            {
                map.Invokes(x, y, channel).Store(result + channel);
            }
        }

        for (; channel < channels; channel++)
        {
            result[channel] = map.Invoke(x, y, channel);
        }
    }
}
