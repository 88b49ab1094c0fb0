using Repro.Engine.Autograd;
using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>Variances, standard deviations and norms, with their gradients; their sums are those of rule 3.</summary>
internal static class Statistics
{
    /// <summary>Σ(x − mean)² / (n − 1), or / n if not unbiased: the mean first, then the squares.</summary>
    public static Tensor Variance(Tensor x, ReadOnlySpan<long> axes, bool unbiased, bool keepdim)
    {
        var (result, freedom) = WithFreedom("var", x, axes, unbiased, keepdim);
        var over = axes.ToArray();
        return Node.Record("var", result, [x], node =>
        {
            var xs = node.Save(x);
            return g => [VarianceGradient(xs.Value, g, over, freedom, keepdim)];
        });
    }

    /// <summary>The root of the variance. Where it is 0, so is the gradient.</summary>
    public static Tensor Deviation(Tensor x, ReadOnlySpan<long> axes, bool unbiased, bool keepdim)
    {
        var (variance, freedom) = WithFreedom("std", x, axes, unbiased, keepdim);
        var result = Map.Unary("std", variance, default(SquareRoot));
        variance.Dispose();
        var over = axes.ToArray();
        return Node.Record("std", result, [x], node =>
        {
            var (xs, ys) = (node.Save(x), node.Save(result));
            return g => [VarianceGradient(xs.Value, Map.Binary("std", ys.Value, g, default(RootGradient)), over, freedom, keepdim)];
        });
    }

    /// <summary>(Σ|x|ᵖ)^(1/p); the number of elements that are not 0 for p = 0, the largest |x| for p = ∞, the smallest for −∞.</summary>
    public static Tensor Norm(Tensor x, ReadOnlySpan<long> axes, double p, bool keepdim)
    {
        Reduction.CheckAxes("norm", x, axes);
        if (p == 2)
        {
            return EuclideanNorm(x, axes, keepdim);
        }

        if (p == 0)
        {
            return CountOfPresent(x, axes, keepdim);
        }

        if (p == 1)
        {
            using var sizes = Pointwise.Absolute(x);
            return Reduction.Sum(sizes, axes, keepdim);
        }

        if (double.IsInfinity(p))
        {
            using var sizes = Pointwise.Absolute(x);
            return p > 0 ? Extremes.Shared<Above>("norm", sizes, axes, keepdim) : Extremes.Shared<Below>("norm", sizes, axes, keepdim);
        }

        using var absolute = AbsoluteOrNone(x);
        using var powers = Powers.Raise(absolute, p);
        using var sum = Reduction.Sum(powers, axes, keepdim);
        return Root(sum, 1 / p);
    }

    /// <summary>How many elements are not 0; the gradient is 0.</summary>
    private static Tensor CountOfPresent(Tensor x, ReadOnlySpan<long> axes, bool keepdim)
    {
        using var present = Comparison.Run<Unequal>("norm", x, 0);
        using var counted = Conversion.To(present, x.dtype);
        var sizes = x.shape;
        return Node.Record("norm", Reduction.Sum(counted, axes, keepdim), [x], _ => g => [Filled.Zeros(sizes, g.dtype)]);
    }

    /// <summary>|x|; where x is not a number, its gradient is not lost.</summary>
    private static Tensor AbsoluteOrNone(Tensor x) => Node.Record("norm", Map.Unary("norm", x, default(Absolute)), [x], node =>
    {
        var xs = node.Save(x);
        return g => [Map.Binary("norm", xs.Value, g, default(SignedOrNone))];
    });

    /// <summary>A power below 1 of a sum of powers; where the sum is 0, so is the gradient.</summary>
    private static Tensor Root(Tensor sum, double exponent)
    {
        using var noGrad = no_grad();
        var result = Powers.Raise(sum, exponent);
        noGrad.Dispose();
        return Node.Record("norm", result, [sum], node =>
        {
            var xs = node.Save(sum);
            return g =>
            {
                using var slope = Arithmetic.Multiply(Powers.Raise(xs.Value, exponent - 1), (float)exponent);
                using var zero = Conversion.Number(0, g.dtype);
                return [Choice.Run("norm", Comparison.Run<Equal>("norm", xs.Value, 0), zero, Arithmetic.Multiply(g, slope))];
            };
        });
    }

    private static Tensor EuclideanNorm(Tensor x, ReadOnlySpan<long> axes, bool keepdim)
    {
        using var squares = Map.Unary("norm", x, default(Square));
        using var noGrad = no_grad();
        using var sum = Reduction.Sum(squares, axes, keepdim);
        var result = Map.Unary("norm", sum, default(SquareRoot));
        var over = axes.ToArray();
        noGrad.Dispose();
        return Node.Record("norm", result, [x], node =>
        {
            var (xs, ys) = (node.Save(x), node.Save(result));
            return g =>
            {
                using var scale = Map.Binary("norm", ys.Value, g, default(NormGradient));
                return [Arithmetic.Multiply(xs.Value, Kept(scale, xs.Value, over, keepdim))];
            };
        });
    }

    private static (Tensor Variance, float Freedom) WithFreedom(
        string operation, Tensor x, ReadOnlySpan<long> axes, bool unbiased, bool keepdim)
    {
        Reduction.CheckAxes(operation, x, axes);
        using var noGrad = no_grad();
        using var mean = Reduction.Mean(x, axes, keepdim: true);
        using var squares = Map.Binary("var", x, mean, default(SquaredDifference));
        using var sum = Reduction.Sum(squares, axes, keepdim);
        var count = mean.NumberOfElements == 0 ? 0 : x.NumberOfElements / mean.NumberOfElements;
        var freedom = (float)Math.Max(0, count - (unbiased ? 1 : 0));
        return (Arithmetic.Divide(sum, freedom), freedom);
    }

    private static Tensor VarianceGradient(Tensor x, Tensor g, long[] axes, float freedom, bool keepdim)
    {
        using var mean = Reduction.Mean(x, axes, keepdim: true);
        using var distance = Map.Binary("var", x, mean, new ScaledDifference(2 / freedom));
        return Arithmetic.Multiply(distance, Kept(g, x, axes, keepdim));
    }

    /// <summary>What a reduction gave, with its axes kept as axes of length one.</summary>
    private static Tensor Kept(Tensor reduced, Tensor x, long[] axes, bool keepdim)
    {
        if (keepdim)
        {
            return reduced;
        }

        var sizes = x.shape;
        for (var d = 0; d < sizes.Length; d++)
        {
            if (axes.Length == 0 || axes.Any(axis => Layout.Axis("var", axis, sizes.Length) == d))
            {
                sizes[d] = 1;
            }
        }

        return reduced.reshape(sizes);
    }
}
