using System.Numerics;
using Repro.Engine.Kernels.Reductions;

namespace Repro.Engine.Kernels.Normalization;

/// <summary>(x − mean)², for the variance of a channel.</summary>
internal readonly unsafe struct SquaredDeviation(float* mean) : IColumnTerm
{
    public float Term(float* rowOfX, float* rowOfY, long column)
    {
        var deviation = rowOfX[column] - mean[column];
        return deviation * deviation;
    }

    public Vector<float> Terms(float* rowOfX, float* rowOfY, long column)
    {
        var deviation = Vector.Load(rowOfX + column) - Vector.Load(mean + column);
        return deviation * deviation;
    }
}

/// <summary>g and g·(x − mean), for the gradients of a channel's shift and scale; g is the upstream gradient.</summary>
internal readonly unsafe struct GradientSums<TUpstream>(float* mean, TUpstream upstream) : IColumnPair
    where TUpstream : struct, IChannelMap
{
    public (float First, float Second) Term(float* rowOfX, float* rowOfY, long column)
    {
        var gradient = upstream.Invoke(rowOfX, rowOfY, column);
        return (gradient, gradient * (rowOfX[column] - mean[column]));
    }

    public void Terms(float* rowOfX, float* rowOfY, long column, out Vector<float> first, out Vector<float> second)
    {
        first = upstream.Invokes(rowOfX, rowOfY, column);
        second = first * (Vector.Load(rowOfX + column) - Vector.Load(mean + column));
    }
}
