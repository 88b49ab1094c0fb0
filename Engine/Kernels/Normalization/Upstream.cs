using System.Numerics;
using Repro.Engine.Kernels.Elementwise;

namespace Repro.Engine.Kernels.Normalization;

/// <summary>The gradient of a normalized value, as it is.</summary>
internal readonly unsafe struct Upstream : IChannelMap
{
    public float Invoke(float* rowOfX, float* rowOfY, long channel) => rowOfY[channel];

    public Vector<float> Invokes(float* rowOfX, float* rowOfY, long channel) => Vector.Load(rowOfY + channel);
}

/// <summary>The gradient of a normalized value, from that of the rectified one: the value is computed again to see its sign.</summary>
internal readonly unsafe struct RectifiedUpstream(Normalize normalize, float slope) : IChannelMap
{
    public float Invoke(float* rowOfX, float* rowOfY, long channel) =>
        new LeakyRectifyGradient(slope).Invoke(normalize.Invoke(rowOfX, rowOfY, channel), rowOfY[channel]);

    public Vector<float> Invokes(float* rowOfX, float* rowOfY, long channel) =>
        new LeakyRectifyGradient(slope).Invoke(normalize.Invokes(rowOfX, rowOfY, channel), Vector.Load(rowOfY + channel));
}

/// <summary>The gradient of a rectifier's input, from its result x and the gradient y of that.</summary>
internal readonly unsafe struct RectifierGradient(float slope) : IChannelMap
{
    public float Invoke(float* rowOfX, float* rowOfY, long channel) =>
        new LeakyRectifyGradient(slope).Invoke(rowOfX[channel], rowOfY[channel]);

    public Vector<float> Invokes(float* rowOfX, float* rowOfY, long channel) =>
        new LeakyRectifyGradient(slope).Invoke(Vector.Load(rowOfX + channel), Vector.Load(rowOfY + channel));
}
