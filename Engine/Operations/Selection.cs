using Repro.Engine.Autograd;
using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>One of two tensors for each element: by a condition, or the larger or smaller, with their gradients.</summary>
internal static class Selection
{
    public static Tensor Where(Tensor condition, Tensor x, Tensor y)
    {
        if (condition.dtype != ScalarType.Bool)
        {
            throw new ArgumentException($"where: the condition is {condition.dtype}; it has to be Bool.");
        }

        var type = Promotion.Of(x, y);
        using var left = Conversion.To(x, type);
        using var right = Conversion.To(y, type);
        return Node.Record("where", Choice.Run("where", condition, left, right), [left, right], node =>
        {
            var test = node.Save(condition);
            var (xs, ys) = (left.shape, right.shape);
            return g =>
            {
                using var zero = Conversion.Number(0, g.dtype);
                return
                [
                    node.Wants(0) ? Reduction.SumTo(Choice.Run("where", test.Value, g, zero), xs) : null,
                    node.Wants(1) ? Reduction.SumTo(Choice.Run("where", test.Value, zero, g), ys) : null,
                ];
            };
        });
    }

    /// <summary>The larger of two; not-a-number if one is. Of equals each gets half of the gradient.</summary>
    public static Tensor Larger(Tensor x, Tensor y) => Extreme<Larger, Below, Above>("max", x, y);

    /// <summary>The smaller of two; not-a-number if one is. Of equals each gets half of the gradient.</summary>
    public static Tensor Smaller(Tensor x, Tensor y) => Extreme<Smaller, Above, Below>("min", x, y);

    private static Tensor Extreme<TFunction, TLoses, TWins>(string operation, Tensor x, Tensor y)
        where TFunction : struct, ITypedFunction
        where TLoses : struct, IComparison
        where TWins : struct, IComparison
    {
        var type = Promotion.Of(x, y);
        using var left = Conversion.To(x, type);
        using var right = Conversion.To(y, type);
        return Node.Record(operation, TypedMap.Binary<TFunction>(operation, left, right), [left, right], node =>
        {
            var (xs, ys) = (node.Save(left), node.Save(right));
            return g =>
            {
                using var zero = Conversion.Number(0, g.dtype);
                using var shared = Choice.Run(
                    operation, TypedMap.Compare<Equal>(operation, xs.Value, ys.Value), Arithmetic.Divide(g, 2), g);
                return
                [
                    node.Wants(0)
                        ? Reduction.SumTo(
                            Choice.Run(operation, TypedMap.Compare<TLoses>(operation, xs.Value, ys.Value), zero, shared), xs.Value.Sizes)
                        : null,
                    node.Wants(1)
                        ? Reduction.SumTo(
                            Choice.Run(operation, TypedMap.Compare<TWins>(operation, xs.Value, ys.Value), zero, shared), ys.Value.Sizes)
                        : null,
                ];
            };
        });
    }
}
