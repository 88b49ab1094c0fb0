using System.Numerics;

namespace Repro.Engine.Kernels.Reductions;

/// <summary>What two sums over the rows of a matrix add for the element at a row and a column.</summary>
internal unsafe interface IColumnPair
{
    (float First, float Second) Term(float* rowOfX, float* rowOfY, long column);

    void Terms(float* rowOfX, float* rowOfY, long column, out Vector<float> first, out Vector<float> second);
}
