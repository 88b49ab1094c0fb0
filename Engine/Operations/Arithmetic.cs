using Repro.Engine.Autograd;
using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>Sums, differences, products and quotients of two tensors or of a tensor and a number, with their gradients.</summary>
internal static class Arithmetic
{
    public static Tensor Add(Tensor x, Tensor y) => !AreSingle(x, y) ? Mixed<TypedSum>("add", x, y, Add) :
        Node.Record("add", Map.Binary("add", x, y, default(Add)), [x, y], node =>
        {
            var (xs, ys) = (x.shape, y.shape);
            return g => [node.Wants(0) ? Reduction.SumTo(g, xs) : null, node.Wants(1) ? Reduction.SumTo(g, ys) : null];
        });

    public static Tensor Add(Tensor x, Tensor y, Scalar alpha)
    {
        if (AreSingle(x, y))
        {
            return Add(x, y, alpha.Single);
        }

        using var scaled = Multiply(y, alpha);
        return Add(x, scaled);
    }

    public static Tensor Add(Tensor x, Tensor y, float alpha) =>
        Node.Record("add", Map.Binary("add", x, y, new AddScaled(alpha)), [x, y], node =>
        {
            var (xs, ys) = (x.shape, y.shape);
            return g => [node.Wants(0) ? Reduction.SumTo(g, xs) : null, node.Wants(1) ? Reduction.SumTo(Multiply(g, alpha), ys) : null];
        });

    public static Tensor Add(Tensor x, float c) =>
        Node.Record("add", Map.Unary("add", x, new AddConstant(c)), [x], _ => g => [g]);

    public static Tensor Subtract(Tensor x, Tensor y) => !AreSingle(x, y) ? Mixed<TypedDifference>("sub", x, y, Subtract) :
        Node.Record("sub", Map.Binary("sub", x, y, default(Subtract)), [x, y], node =>
        {
            var (xs, ys) = (x.shape, y.shape);
            return g => [node.Wants(0) ? Reduction.SumTo(g, xs) : null, node.Wants(1) ? Reduction.SumTo(Pointwise.Negate(g), ys) : null];
        });

    /// <summary>c − x.</summary>
    public static Tensor Subtract(float c, Tensor x) =>
        Node.Record("sub", Map.Unary("sub", x, new SubtractFromConstant(c)), [x], _ => g => [Pointwise.Negate(g)]);

    public static Tensor Multiply(Tensor x, Tensor y) => !AreSingle(x, y) ? Mixed<TypedProduct>("mul", x, y, Multiply) :
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

    public static Tensor Divide(Tensor x, Tensor y) => !AreSingle(x, y) ? Mixed<TypedQuotient>("div", x, y, Divide) :
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

    public static Tensor Add(Tensor x, Scalar c) =>
        x.dtype == ScalarType.Float32 ? Add(x, c.Single) : WithNumber("add", x, c, Add);

    public static Tensor Subtract(Tensor x, Scalar c) =>
        x.dtype == ScalarType.Float32 ? Add(x, -c.Single) : WithNumber("sub", x, c, Subtract);

    /// <summary>c − x.</summary>
    public static Tensor Subtract(Scalar c, Tensor x) =>
        x.dtype == ScalarType.Float32
            ? Subtract(c.Single, x)
            : WithNumber("sub", x, c, static (tensor, number) => Subtract(number, tensor));

    public static Tensor Multiply(Tensor x, Scalar c) =>
        x.dtype == ScalarType.Float32 ? Multiply(x, c.Single) : WithNumber("mul", x, c, Multiply);

    public static Tensor Divide(Tensor x, Scalar c) =>
        x.dtype == ScalarType.Float32 ? Divide(x, c.Single) : WithNumber("div", x, c, Divide);

    /// <summary>c / x.</summary>
    public static Tensor Divide(Scalar c, Tensor x) =>
        x.dtype == ScalarType.Float32 ? Divide(c.Single, x) : WithNumber("div", x, c, static (tensor, number) => Divide(number, tensor));

    private static bool AreSingle(Tensor x, Tensor y) => x.dtype == ScalarType.Float32 && y.dtype == ScalarType.Float32;

    /// <summary>Operands of other types, in the type they meet in; quotients are never integers.</summary>
    private static Tensor Mixed<TFunction>(string operation, Tensor x, Tensor y, Func<Tensor, Tensor, Tensor> single)
        where TFunction : struct, ITypedFunction
    {
        var type = Promotion.Of(x, y);
        if (operation == "div" && !ElementType.IsFloating(type))
        {
            type = ScalarType.Float32;
        }

        using var left = Conversion.To(x, type);
        using var right = Conversion.To(y, type);
        return type switch
        {
            ScalarType.Float32 => single(left, right),
            ScalarType.Bool => Truth(operation, left, right),
            _ => TypedMap.Binary<TFunction>(operation, WithoutGradient(operation, left), WithoutGradient(operation, right)),
        };
    }

    private static Tensor Truth(string operation, Tensor x, Tensor y) => operation switch
    {
        "add" => TypedMap.Binary<Larger>(operation, x, y),
        "mul" => TypedMap.Binary<Smaller>(operation, x, y),
        _ => throw new NotSupportedException($"{operation}: truth values have none; convert one operand to a type of numbers."),
    };

    private static Tensor WithNumber(string operation, Tensor x, Scalar c, Func<Tensor, Tensor, Tensor> function)
    {
        var type = Promotion.Of(x, c);
        if (operation == "div" && !ElementType.IsFloating(type))
        {
            type = ScalarType.Float32;
        }

        using var left = Conversion.To(x, type);
        using var right = Conversion.Number(c, type);
        return function(left, right);
    }

    /// <summary>The tensor, unless a gradient would have to flow through a type that has no gradients here.</summary>
    /// <exception cref="NotSupportedException">One would.</exception>
    public static Tensor WithoutGradient(string operation, Tensor x) => GradMode.Enabled && x.NeedsGradient
        ? throw new NotSupportedException($"{operation}: gradients flow through Float32 in the exact engine, not through {x.dtype}.")
        : x;
}
