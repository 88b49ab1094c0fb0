using System.Numerics;

namespace Repro.Engine.Kernels.Normalization;

/// <summary>What becomes of the element of a row at a channel.</summary>
internal unsafe interface IChannelMap
{
    float Invoke(float* rowOfX, float* rowOfY, long channel);

    Vector<float> Invokes(float* rowOfX, float* rowOfY, long channel);
}
