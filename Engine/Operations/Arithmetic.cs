using Repro.Engine.Autograd;
using Repro.Engine.Kernels;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>Sums, differences, products and quotients of two tensors or of a tensor and a number, with their gradients.</summary>
internal static class Arithmetic
{
    public static Tensor Add(Tensor x, Tensor y) =>
        Node.Record("add", Map.Binary("add", x, y, default(Add)), [x, y], node =>
        {
            var (xs, ys) = (x.shape, y.shape);
            return g => [node.Wants(0) ? Reduction.SumTo(g, xs) : null, node.Wants(1) ? Reduction.SumTo(g, ys) : null];
        });

    public static Tensor Add(Tensor x, Tensor y, float alpha) =>
        Node.Record("add", Map.Binary("add", x, y, new AddScaled(alpha)), [x, y], node =>
        {
            var (xs, ys) = (x.shape, y.shape);
            return g => [node.Wants(0) ? Reduction.SumTo(g, xs) : null, node.Wants(1) ? Reduction.SumTo(Multiply(g, alpha), ys) : null];
        });

    public static Tensor Add(Tensor x, float c) =>
        Node.Record("add", Map.Unary("add", x, new AddConstant(c)), [x], _ => g => [g]);

    public static Tensor Subtract(Tensor x, Tensor y) =>
        Node.Record("sub", Map.Binary("sub", x, y, default(Subtract)), [x, y], node =>
        {
            var (xs, ys) = (x.shape, y.shape);
            return g => [node.Wants(0) ? Reduction.SumTo(g, xs) : null, node.Wants(1) ? Reduction.SumTo(Pointwise.Negate(g), ys) : null];
        });

    /// <summary>c − x.</summary>
    public static Tensor Subtract(float c, Tensor x) =>
        Node.Record("sub", Map.Unary("sub", x, new SubtractFromConstant(c)), [x], _ => g => [Pointwise.Negate(g)]);

    public static Tensor Multiply(Tensor x, Tensor y) =>
        Node.Record("mul", Map.Binary("mul", x, y, default(Multiply)), [x, y], node =>
        {
            var (xs, ys) = (node.Save(x), node.Save(y));
            return g =>
            [
                node.Wants(0) ? Reduction.SumTo(Multiply(g, ys.Value), xs.Value.Sizes) : null,
                node.Wants(1) ? Reduction.SumTo(Multiply(g, xs.Value), ys.Value.Sizes) : null,
            ];
        });

    public static Tensor Multiply(Tensor x, float c) =>
        Node.Record("mul", Map.Unary("mul", x, new MultiplyByConstant(c)), [x], _ => g => [Multiply(g, c)]);

    public static Tensor Divide(Tensor x, Tensor y) =>
        Node.Record("div", Map.Binary("div", x, y, default(Divide)), [x, y], node =>
        {
            var (xs, ys) = (node.Save(x), node.Save(y));
            return g =>
            [
                node.Wants(0) ? Reduction.SumTo(Divide(g, ys.Value), xs.Value.Sizes) : null,
                node.Wants(1)
                    ? Reduction.SumTo(Multiply(Pointwise.Negate(g), Divide(Divide(xs.Value, ys.Value), ys.Value)), ys.Value.Sizes)
                    : null,
            ];
        });

    public static Tensor Divide(Tensor x, float c) =>
        Node.Record("div", Map.Unary("div", x, new DivideByConstant(c)), [x], _ => g => [Divide(g, c)]);

    /// <summary>c / x.</summary>
    public static Tensor Divide(float c, Tensor x) =>
        Node.Record("div", Map.Unary("div", x, new DivideConstantBy(c)), [x], node =>
        {
            var xs = node.Save(x);
            return g => [Multiply(Pointwise.Negate(g), Divide(Divide(c, xs.Value), xs.Value))];
        });
}
