using System.Numerics;

namespace Repro.Engine.Optim;

/// <summary>
/// How an optimizer changes one element of a parameter by its gradient, and up to three numbers that it remembers of the element. The
/// scalar form states the operations and their order; the vector form is the same, operation by operation.
/// </summary>
internal interface IUpdateRule
{
    /// <returns>The new value of the parameter.</returns>
    float Apply(float weight, float gradient, ref float first, ref float second, ref float third);

    /// <returns>The new values of the parameter.</returns>
    Vector<float> Apply(Vector<float> weight, Vector<float> gradient, ref Vector<float> first, ref Vector<float> second, ref Vector<float> third);
}
