using System.Numerics;

namespace Repro.Engine.Kernels.Reductions;

/// <summary>What a sum over the rows of a matrix adds for the element at a row and a column.</summary>
internal unsafe interface IColumnTerm
{
    float Term(float* rowOfX, float* rowOfY, long column);

    Vector<float> Terms(float* rowOfX, float* rowOfY, long column);
}
