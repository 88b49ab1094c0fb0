using Repro.Engine.Kernels;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Kernels;

/// <summary>A function of rule 4: as users call it, its kernel's two forms from inputs to results, and the true value.</summary>
/// <param name="Tensor">As an operation.</param>
/// <param name="Vector">By vectors; the length is a multiple of theirs.</param>
/// <param name="Scalar">Number by number.</param>
/// <param name="Exact">The reference.</param>
internal sealed record Function(
    Func<Tensor, Tensor> Tensor, Action<float[], float[]> Vector, Action<float[], float[]> Scalar, Func<double, double> Exact)
{
    /// <summary>
    /// The references are System.Math's functions in binary64, which are within 2 units of its last place: 2⁻²⁸ of an ulp of binary32, nothing
    /// beside what is measured.
    /// </summary>
    public static IReadOnlyDictionary<string, Function> All { get; } = new Dictionary<string, Function>
    {
        ["exp"] = Of(x => x.exp(), default(Exp), Math.Exp),
        ["log"] = Of(x => x.log(), default(Log), Math.Log),
        ["sigmoid"] = Of(x => x.sigmoid(), default(Sigmoid), x => 1 / (1 + Math.Exp(-x))),
        ["tanh"] = Of(x => x.tanh(), default(Tanh), Math.Tanh),
    };

    private static Function Of<TOperator>(Func<Tensor, Tensor> tensor, TOperator op, Func<double, double> exact)
        where TOperator : struct, IUnaryOperator => new(
            tensor,
            (x, y) =>
            {
                for (var i = 0; i < x.Length; i += System.Numerics.Vector<float>.Count)
                {
                    op.Invoke(new System.Numerics.Vector<float>(x, i)).CopyTo(y, i);
                }
            },
            (x, y) =>
            {
                for (var i = 0; i < x.Length; i++)
                {
                    y[i] = op.Invoke(x[i]);
                }
            },
            exact);
}
