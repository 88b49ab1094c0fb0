using Repro.Engine.Kernels.Lanes;

namespace Repro.Engine.Optim.Updates;

/// <summary>
/// How an optimizer changes one element of a parameter by its gradient, and up to three numbers that it remembers of the element.
/// </summary>
internal interface IUpdateRule
{
    /// <returns>The new value of the parameter.</returns>
    T Apply<T>(T weight, T gradient, ref T first, ref T second, ref T third)
        where T : struct, ILanes<T>;
}
