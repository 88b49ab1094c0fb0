using System.Numerics;

namespace Repro.Engine.Kernels.Normalization;

/// <summary>((g − meanOfG) − (x − mean)·slope)·scale: the gradient of the input where the batch's own statistics normalized it.</summary>
internal readonly unsafe struct NormalizeGradient<TUpstream>(
    float* mean, float* meanOfGradient, float* slope, float* scale, TUpstream upstream)
    : IChannelMap
    where TUpstream : struct, IChannelMap
{
    public float Invoke(float* rowOfX, float* rowOfY, long channel) =>
        (upstream.Invoke(rowOfX, rowOfY, channel) - meanOfGradient[channel] - (
            (rowOfX[channel] - mean[channel]) * slope[channel])) * scale[channel];

    public Vector<float> Invokes(float* rowOfX, float* rowOfY, long channel) =>
        (upstream.Invokes(rowOfX, rowOfY, channel) - Vector.Load(meanOfGradient + channel)
            - ((Vector.Load(rowOfX + channel) - Vector.Load(mean + channel)) * Vector.Load(slope + channel))) * Vector.Load(scale
                + channel);
}

/// <summary>g·scale: the gradient of the input where running statistics normalized it.</summary>
internal readonly unsafe struct ScaleGradient<TUpstream>(float* scale, TUpstream upstream) : IChannelMap
    where TUpstream : struct, IChannelMap
{
    public float Invoke(float* rowOfX, float* rowOfY, long channel) => upstream.Invoke(rowOfX, rowOfY, channel) * scale[channel];

    public Vector<float> Invokes(float* rowOfX, float* rowOfY, long channel) =>
        upstream.Invokes(rowOfX, rowOfY, channel) * Vector.Load(scale + channel);
}
