using Repro.Engine.Autograd;
using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>Quotients without their fraction. They are steps, so their gradient is 0.</summary>
internal static class Division
{
    public static Tensor Rounded(Tensor x, Tensor y, RoundingMode mode)
    {
        if (mode == RoundingMode.None)
        {
            return Arithmetic.Divide(x, y);
        }

        var type = Promotion.Of(x, y);
        using var left = Conversion.To(x, type);
        using var right = Conversion.To(y, type);
        RequireDivisors(right);
        var result = mode == RoundingMode.floor ? TypedMap.Binary<FloorQuotient>("div", left, right)
            : ElementType.IsFloating(type) ? TypedMap.Binary<WholeQuotient>("div", left, right)
            : TypedMap.Binary<TypedQuotient>("div", left, right);
        return Node.Record("div", result, [left, right], node =>
        {
            var (xs, ys) = (left.shape, right.shape);
            return _ => [node.Wants(0) ? Filled.Zeros(xs) : null, node.Wants(1) ? Filled.Zeros(ys) : null];
        });
    }

    public static Tensor Rounded(Tensor x, Scalar c, RoundingMode mode)
    {
        if (mode == RoundingMode.None)
        {
            return Arithmetic.Divide(x, c);
        }

        using var number = Conversion.Number(c, Promotion.OfNumber(c));
        return Rounded(x, number, mode);
    }

    private static void RequireDivisors(Tensor y)
    {
        if (ElementType.IsFloating(y.dtype))
        {
            return;
        }

        using var zeros = Comparison.Run<Equal>("div", y, 0);
        if (zeros.data<bool>().Any(isZero => isZero))
        {
            throw new ArgumentException($"div: integers are divided by 0.");
        }
    }
}
