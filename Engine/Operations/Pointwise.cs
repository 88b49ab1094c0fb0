using Repro.Engine.Autograd;
using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>Functions of one number, applied to each element, with their gradients.</summary>
internal static class Pointwise
{
    public static Tensor Negate(Tensor x) => x.dtype != ScalarType.Float32 ? Arithmetic.Subtract((Scalar)0, x) :
        Node.Record("neg", Map.Unary("neg", x, default(Negate)), [x], _ => g => [Negate(g)]);

    public static Tensor Square(Tensor x) =>
        Node.Record("square", Map.Unary("square", x, default(Square)), [x], node =>
        {
            var xs = node.Save(x);
            return g => [Arithmetic.Multiply(Arithmetic.Multiply(xs.Value, 2), g)];
        });

    public static Tensor Absolute(Tensor x) =>
        Node.Record("abs", Map.Unary("abs", x, default(Absolute)), [x], node =>
        {
            var xs = node.Save(x);
            return g => [Map.Binary("abs", xs.Value, g, default(AbsoluteGradient))];
        });

    public static Tensor Exponential(Tensor x) => WithResult("exp", x, default(EveryLane<Exp>), (y, g) => Arithmetic.Multiply(g, y));

    public static Tensor Logarithm(Tensor x) =>
        Node.Record("log", Map.Unary("log", x, default(EveryLane<Log>)), [x], node =>
        {
            var xs = node.Save(x);
            return g => [Arithmetic.Divide(g, xs.Value)];
        });

    public static Tensor SquareRoot(Tensor x) =>
        WithResult("sqrt", x, default(SquareRoot), (y, g) => Arithmetic.Divide(g, Arithmetic.Multiply(y, 2)));

    public static Tensor ReciprocalRoot(Tensor x) =>
        WithResult("rsqrt", x, default(ReciprocalRoot), (y, g) => Map.Binary("rsqrt", y, g, default(ReciprocalRootGradient)));

    public static Tensor Sigmoid(Tensor x) =>
        WithResult("sigmoid", x, default(EveryLaneInStages<Sigmoid>), (y, g) => Map.Binary("sigmoid", y, g, default(SigmoidGradient)));

    public static Tensor Tanh(Tensor x) =>
        WithResult("tanh", x, default(EveryLaneInStages<Tanh>), (y, g) => Map.Binary("tanh", y, g, default(TanhGradient)));

    public static Tensor Floor(Tensor x) => Step("floor", x, default(Floor));

    public static Tensor Ceiling(Tensor x) => Step("ceil", x, default(Ceiling));

    public static Tensor Relu(Tensor x) => LeakyRelu("relu", x, 0);

    public static Tensor LeakyRelu(Tensor x, double slope) => LeakyRelu("leaky_relu", x, (float)slope);

    /// <summary>Whole numbers stay as they are; the gradient is 0.</summary>
    private static Tensor Step<TOperator>(string operation, Tensor x, TOperator op)
        where TOperator : struct, IUnaryOperator => ElementType.IsIntegral(x.dtype)
        ? x.clone()
        : Node.Record(operation, Map.Unary(operation, x, op), [x], _ => g => [Filled.Zeros(g.Sizes, g.dtype)]);

    private static Tensor LeakyRelu(string operation, Tensor x, float slope)
    {
        if (slope < 0)
        {
            throw new NotSupportedException($"{operation}: a negative slope ({slope}) is not supported.");
        }

        // The result has the sign of the input, so it is enough to keep the result.
        var result = DeferredNormalization.Rectify(x, slope) ?? Map.Unary(operation, x, new LeakyRectify(slope));
        return Node.Record(operation, result, [x], node =>
        {
            var (input, y) = (x.Storage, node.Save(result));
            return g => [DeferredRectifierGradient.Create(input, y.Value, g, slope)];
        });
    }

    private static Tensor WithResult<TOperator>(string operation, Tensor x, TOperator op, Func<Tensor, Tensor, Tensor> gradient)
        where TOperator : struct, IUnaryOperator
    {
        var result = Map.Unary(operation, x, op);
        return Node.Record(operation, result, [x], node =>
        {
            var y = node.Save(result);
            return g => [gradient(y.Value, g)];
        });
    }
}
