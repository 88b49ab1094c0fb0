using System.Numerics;
using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Kernels.Functions;
using static TorchSharp.torch;

namespace Repro.Engine.Fingerprints.Operations;

/// <summary>
/// The functions of rule 4 before they are rounded to binary32, number by number and in vectors. An operation more, less or fused shows
/// here; of the rounded results hardly one in 2²⁹ would tell.
/// </summary>
internal static class Binary64Operations
{
    private const int Count = 40_000;

    public static IReadOnlyList<Operation> All { get; } =
    [
        Both("exp in binary64", Exponential.Of, Exponential.Of, 0.011),
        Both("erf in binary64", ErrorFunction.Of, ErrorFunction.Of, 0.0007),
        Both("erf in binary64, complement", ErrorFunction.Complement, ErrorFunction.Complement, 0.0011),
        Number("log in binary64", x => Logarithm.Of(Math.Abs(x)), 0.0007),
        Number("log1p in binary64", x => Logarithm.OfOnePlus(Math.Abs(x)), 0.00007),
        Number("pow in binary64", x => Power.Of(Math.Abs(x), 2.3), 0.0007),
        Number("sin in binary64", x => Circle.SinCos(x).Sin, 0.0007),
        Number("cos in binary64", x => Circle.SinCos(x).Cos, 0.0007),
        Vectors("nn.GELU in binary64", default(Gelu).Invoke, 0.0007),
        Vectors("rsqrt in binary64", x => default(ReciprocalRoot).Invoke(Vector.Abs(x)), 0.0007),
    ];

    private static Operation Both(string name, Func<double, double> number, Func<Vector<double>, Vector<double>> vector, double step) =>
        new(name, () => [.. Number(name, number, step).Results(), .. Vectors(name, vector, step).Results()]);

    private static Operation Number(string name, Func<double, double> function, double step) =>
        new(name, () => [tensor(Array.ConvertAll([.. Enumerable.Range(-Count / 2, Count)], i => function(i * step)))]);

    private static Operation Vectors(string name, Func<Vector<double>, Vector<double>> function, double step) =>
        Number(name, x => function(new Vector<double>(x))[0], step);
}
