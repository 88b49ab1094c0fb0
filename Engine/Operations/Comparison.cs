using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>Questions about elements, answered by tensors of Bool; no gradient flows through them.</summary>
internal static class Comparison
{
    public static Tensor Run<TComparison>(string operation, Tensor x, Tensor y)
        where TComparison : struct, IComparison
    {
        using var noGrad = no_grad();
        var type = Promotion.Of(x, y);
        using var left = Conversion.To(x, type);
        using var right = Conversion.To(y, type);
        return TypedMap.Compare<TComparison>(operation, left, right);
    }

    public static Tensor Run<TComparison>(string operation, Tensor x, Scalar y)
        where TComparison : struct, IComparison
    {
        using var noGrad = no_grad();
        var type = Promotion.Of(x, y);
        using var left = Conversion.To(x, type);
        using var right = Conversion.Number(y, type);
        return TypedMap.Compare<TComparison>(operation, left, right);
    }

    public static Tensor IsNotANumber(Tensor x) => Run<Unequal>("isnan", x, x);

    /// <summary>Whether |x − y| ≤ atol + rtol·|y| everywhere, in binary64; equal infinities are close.</summary>
    public static bool AllClose(Tensor x, Tensor y, double rtol, double atol, bool equalNan)
    {
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        if (x.dtype != y.dtype)
        {
            throw new ArgumentException($"allclose: elements of type {x.dtype} and {y.dtype} are not compared; convert one with to().");
        }

        var sizes = Layout.Broadcast("allclose", x.Sizes, y.Sizes);
        var left = Conversion.To(x, ScalarType.Float64).expand(sizes).data<double>().ToArray();
        var right = Conversion.To(y, ScalarType.Float64).expand(sizes).data<double>().ToArray();
        return left.Zip(right).All(pair =>
            pair.First == pair.Second
            || (equalNan && double.IsNaN(pair.First) && double.IsNaN(pair.Second))
            || (double.IsFinite(pair.First) && double.IsFinite(pair.Second) && Math.Abs(pair.First - pair.Second) <= atol + (
                rtol * Math.Abs(pair.Second))));
    }
}
