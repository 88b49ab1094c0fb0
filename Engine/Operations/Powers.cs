using Repro.Engine.Autograd;
using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>Powers, with their gradients.</summary>
internal static class Powers
{
    /// <summary>x to the power of a number; 2, 3, −1, −2, ½ and −½ by products, quotients and roots.</summary>
    public static Tensor Raise(Tensor x, Scalar exponent)
    {
        if (x.dtype != ScalarType.Float32)
        {
            throw new NotSupportedException($"pow: the exact engine raises Float32 to a power, not {x.dtype}.");
        }

        var e = exponent.Double;
        return Node.Record("pow", Values(x, e), [x], node =>
        {
            var xs = node.Save(x);
            return g =>
                [e == 0 ? Filled.Zeros(xs.Value.Sizes) : Arithmetic.Multiply(g, Arithmetic.Multiply(Values(xs.Value, e - 1), (float)e))];
        });
    }

    public static Tensor Raise(Tensor x, Tensor exponent)
    {
        var type = Promotion.Of(x, exponent);
        using var left = Conversion.To(x, type);
        using var right = Conversion.To(exponent, type);
        var result = Map.Binary("pow", left, right, default(RaisedTo));
        return Node.Record("pow", result, [left, right], node =>
        {
            var (xs, es, ys) = (node.Save(left), node.Save(right), node.Save(result));
            return g =>
            [
                node.Wants(0) ? Reduction.SumTo(BaseGradient(xs.Value, es.Value, g), xs.Value.Sizes) : null,
                node.Wants(1) ? Reduction.SumTo(ExponentGradient(xs.Value, es.Value, ys.Value, g), es.Value.Sizes) : null,
            ];
        });
    }

    private static Tensor Values(Tensor x, double e) => e switch
    {
        0 => Filled.Ones(x.Sizes),
        1 => x.clone(),
        2 => Map.Unary("pow", x, default(Square)),
        3 => Map.Unary("pow", x, default(Cube)),
        0.5 => Map.Unary("pow", x, default(SquareRoot)),
        -0.5 => Map.Unary("pow", x, default(ReciprocalRoot)),
        -1 => Map.Unary("pow", x, new DivideConstantBy(1)),
        -2 => Map.Unary("pow", x, default(InverseSquare)),
        _ => Map.Unary("pow", x, new PowerOf(e)),
    };

    /// <summary>g·e·xᵉ⁻¹, and 0 where e is 0.</summary>
    private static Tensor BaseGradient(Tensor x, Tensor e, Tensor g)
    {
        using var zero = Conversion.Number(0, ScalarType.Float32);
        var slope = Arithmetic.Multiply(e, Map.Binary("pow", x, Arithmetic.Add(e, -1f), default(RaisedTo)));
        return Choice.Run("pow", TypedMap.Compare<Equal>("pow", e, zero), zero, Arithmetic.Multiply(g, slope));
    }

    /// <summary>g·xᵉ·ln x, and 0 where x is 0 and e not negative.</summary>
    private static Tensor ExponentGradient(Tensor x, Tensor e, Tensor y, Tensor g)
    {
        using var zero = Conversion.Number(0, ScalarType.Float32);
        var slope = Arithmetic.Multiply(y, Map.Unary("pow", x, default(EveryLane<Log>)));
        slope = Choice.Run(
            "pow", TypedMap.Compare<AtLeast>("pow", e, zero), Choice.Run("pow", TypedMap.Compare<Equal>("pow", x, zero), zero, slope),
            slope);
        return Arithmetic.Multiply(g, slope);
    }
}
