using System.Numerics;
using Repro.Engine.Kernels.Elementwise;

namespace Repro.Engine.Kernels.Normalization;

/// <summary>(x − mean)·scale + shift.</summary>
internal readonly unsafe struct Normalize(float* mean, float* scale, float* shift) : IChannelMap
{
    public float Invoke(float* rowOfX, float* rowOfY, long channel) =>
        ((rowOfX[channel] - mean[channel]) * scale[channel]) + shift[channel];

    public Vector<float> Invokes(float* rowOfX, float* rowOfY, long channel) =>
        ((Vector.Load(rowOfX + channel) - Vector.Load(mean + channel)) * Vector.Load(scale + channel)) + Vector.Load(shift + channel);
}

/// <summary>A normalized value, rectified.</summary>
internal readonly unsafe struct NormalizeAndRectify(Normalize normalize, float slope) : IChannelMap
{
    public float Invoke(float* rowOfX, float* rowOfY, long channel) =>
        new LeakyRectify(slope).Invoke(normalize.Invoke(rowOfX, rowOfY, channel));

    public Vector<float> Invokes(float* rowOfX, float* rowOfY, long channel) =>
        new LeakyRectify(slope).Invoke(normalize.Invokes(rowOfX, rowOfY, channel));
}
