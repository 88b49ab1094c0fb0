using System.Numerics;
using Repro.Engine.Threading;

namespace Repro.Engine.Kernels;

/// <summary>Applies a map to each element of a matrix, rows × channels.</summary>
internal static unsafe class ChannelMap
{
    public static void Run<TMap>(float* x, float* y, float* result, long rows, long channels, TMap map)
        where TMap : struct, IChannelMap
    {
        var (left, right, output) = ((nint)x, (nint)y, (nint)result);
        Split.Run(rows, channels, (start, end) =>
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

/// <summary>(x − mean)·scale + shift.</summary>
internal readonly unsafe struct Normalize(float* mean, float* scale, float* shift) : IChannelMap
{
    public float Invoke(float* rowOfX, float* rowOfY, long channel) =>
        ((rowOfX[channel] - mean[channel]) * scale[channel]) + shift[channel];

    public Vector<float> Invokes(float* rowOfX, float* rowOfY, long channel) =>
        ((Vector.Load(rowOfX + channel) - Vector.Load(mean + channel)) * Vector.Load(scale + channel)) + Vector.Load(shift + channel);
}

/// <summary>((y − meanOfY) − (x − mean)·slope)·scale: the gradient of the input where the batch's own statistics normalized it.</summary>
internal readonly unsafe struct NormalizeGradient(float* mean, float* meanOfY, float* slope, float* scale) : IChannelMap
{
    public float Invoke(float* rowOfX, float* rowOfY, long channel) =>
        (rowOfY[channel] - meanOfY[channel] - ((rowOfX[channel] - mean[channel]) * slope[channel])) * scale[channel];

    public Vector<float> Invokes(float* rowOfX, float* rowOfY, long channel) =>
        (Vector.Load(rowOfY + channel) - Vector.Load(meanOfY + channel)
            - ((Vector.Load(rowOfX + channel) - Vector.Load(mean + channel)) * Vector.Load(slope + channel))) * Vector.Load(scale + channel);
}

/// <summary>y·scale: the gradient of the input where running statistics normalized it.</summary>
internal readonly unsafe struct ScaleGradient(float* scale) : IChannelMap
{
    public float Invoke(float* rowOfX, float* rowOfY, long channel) => rowOfY[channel] * scale[channel];

    public Vector<float> Invokes(float* rowOfX, float* rowOfY, long channel) => Vector.Load(rowOfY + channel) * Vector.Load(scale + channel);
}
