using System.Numerics;

namespace Repro.Engine.Kernels;

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

/// <summary>y·(x − mean), for the gradient of a channel's scale; y is the upstream gradient.</summary>
internal readonly unsafe struct GradientTimesDeviation(float* mean) : IColumnTerm
{
    public float Term(float* rowOfX, float* rowOfY, long column) => rowOfY[column] * (rowOfX[column] - mean[column]);

    public Vector<float> Terms(float* rowOfX, float* rowOfY, long column) =>
        Vector.Load(rowOfY + column) * (Vector.Load(rowOfX + column) - Vector.Load(mean + column));
}
