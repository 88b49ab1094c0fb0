using System.Numerics;
using System.Runtime.Intrinsics;
using Repro.Engine.Kernels.Elementwise;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Kernels;

/// <summary>A function of rule 4: as users call it, its kernel's two forms from inputs to results, and the true value.</summary>
/// <param name="Tensor">As an operation.</param>
/// <param name="Vectors">By the widest vectors; the length is a multiple of theirs.</param>
/// <param name="Scalar">Number by number.</param>
/// <param name="Exact">The reference.</param>
internal sealed record Function(
    Func<Tensor, Tensor> Tensor, Action<float[], float[]> Vectors, Action<float[], float[]> Scalar, Func<double, double> Exact)
{
    /// <summary>
    /// The references are in binary64, of System.Math's functions, which are within 2 units of its last place: 2⁻²⁸ of an ulp of binary32.
    /// A few operations more (<see cref="Reference"/>), and the squares in gelu's exponents, of up to 700, make that 10⁻⁵: nothing beside
    /// what is measured.
    /// </summary>
    public static IReadOnlyDictionary<string, Function> All { get; } = new Dictionary<string, Function>
    {
        ["exp"] = Of(x => x.exp(), default(EveryLane<Exp>), Math.Exp),
        ["log"] = Of(x => x.log(), default(EveryLane<Log>), Math.Log),
        ["sigmoid"] = Of(x => x.sigmoid(), default(EveryLaneInStages<Sigmoid>), x => 1 / (1 + Math.Exp(-x))),
        ["tanh"] = Of(x => x.tanh(), default(EveryLaneInStages<Tanh>), Math.Tanh),
        ["rsqrt"] = Of(x => x.rsqrt(), default(ReciprocalRoot), x => 1 / Math.Sqrt(x)),
        ["pow 2.5"] = Of(x => x.pow(2.5), new PowerOf(2.5), x => Math.Pow(x, 2.5)),
        ["erf"] = Of(x => x.erf(), default(Erf), Reference.Erf),
        ["expm1"] = Of(x => x.expm1(), default(EveryLane<Expm1>), Reference.ExpMinusOne),
        ["log1p"] = Of(x => x.log1p(), default(EveryLane<Log1p>), Reference.LogOfOnePlus),
        ["softplus"] = Of(
            x => x.softplus(1, 1000), new EveryLane<Softplus>(new Softplus(1, 1000)),
            x => Math.Max(x, 0) + Reference.LogOfOnePlus(Math.Exp(-Math.Abs(x)))),
        ["silu"] = Of(x => nn.SiLU().call(x), default(EveryLane<Silu>), x => x / (1 + Math.Exp(-x))),
        ["elu"] = Of(x => nn.ELU(0.7).call(x), new EveryLane<Elu>(new Elu(0.7f)), x => x <= 0 ? 0.7f * Reference.ExpMinusOne(x) : x),
        ["gelu"] = Of(x => nn.GELU().call(x), default(Gelu), x => x * 0.5 * Reference.ErfComplement(-x * Math.Sqrt(0.5))),
        ["gelu by tanh"] = Of(
            x => nn.GELU(TorchSharp.Modules.GELU.Approximate.tanh).call(x),
            default(EveryLane<GeluByTanh>),
            x => x / (1 + Math.Exp(-2 * Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x))))),
    };

    private static Function Of<TOperator>(Func<Tensor, Tensor> tensor, TOperator op, Func<double, double> exact)
        where TOperator : struct, IUnaryOperator => new(
            tensor,
            (x, y) =>
            {
                for (var i = Wide(op, x, y); i < x.Length; i += Vector<float>.Count)
                {
                    op.Invoke(new Vector<float>(x, i)).CopyTo(y, i);
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

    private static unsafe int Wide<TOperator>(TOperator op, float[] x, float[] y)
        where TOperator : struct, IUnaryOperator
    {
        fixed (float* from = x, to = y)
        {
            return Vector512.IsHardwareAccelerated ? (int)op.InvokeWide(from, to, x.Length) : 0;
        }
    }
}
