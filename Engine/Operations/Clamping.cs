using Repro.Engine.Autograd;
using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>Elements kept between bounds, where the upper one rules; not-a-number stays. Elements on a bound keep their gradient.</summary>
internal static class Clamping
{
    public static Tensor Between(Tensor x, Scalar? min, Scalar? max)
    {
        RequireOne(min, max);
        if (x.dtype != ScalarType.Float32)
        {
            using var low = min is null ? null : Conversion.Number(min, Promotion.OfNumber(min));
            using var high = max is null ? null : Conversion.Number(max, Promotion.OfNumber(max));
            return Between(x, low, high);
        }

        var (from, to) = (min?.Single ?? float.NegativeInfinity, max?.Single ?? float.PositiveInfinity);
        return Node.Record("clamp", Map.Unary("clamp", x, new Clamp(from, to)), [x], node =>
        {
            var xs = node.Save(x);
            return g => [Map.Binary("clamp", xs.Value, g, new ClampGradient(from, to))];
        });
    }

    public static Tensor Between(Tensor x, Tensor? min, Tensor? max)
    {
        RequireOne(min, max);
        var type = Promotion.Of(Promotion.Of(x, min ?? x) == x.dtype ? x : min!, max ?? x);
        using var value = Conversion.To(x, type);
        using var low = min is null ? null : Conversion.To(min, type);
        using var high = max is null ? null : Conversion.To(max, type);
        using var raised = low is null ? value.Alias() : TypedMap.Binary<Larger>("clamp", value, low);
        var result = high is null ? raised.Alias() : TypedMap.Binary<Smaller>("clamp", raised, high);
        return Node.Record("clamp", result, [value, low ?? value, high ?? value], node =>
        {
            var xs = node.Save(value);
            var (lows, highs) = (low is null ? null : node.Save(low), high is null ? null : node.Save(high));
            return g => Gradients(node, g, xs.Value, lows?.Value, highs?.Value);
        });
    }

    private static Tensor?[] Gradients(Node node, Tensor g, Tensor x, Tensor? min, Tensor? max)
    {
        using var zero = Conversion.Number(0, g.dtype);
        Tensor If<TComparison>(Tensor left, Tensor right, Tensor gradient, Tensor otherwise)
            where TComparison : struct, IComparison =>
            Choice.Run("clamp", TypedMap.Compare<TComparison>("clamp", left, right), gradient, otherwise);

        var inside = min is null ? g : If<AtLeast>(x, min, g, zero);
        inside = max is null ? inside : If<AtMost>(x, max, inside, zero);
        Tensor? below = null, above = null;
        if (min is not null && node.Wants(1))
        {
            below = If<Below>(x, min, g, zero);
            below = Reduction.SumTo(max is null ? below : If<Below>(min, max, below, zero), min.Sizes);
        }

        if (max is not null && node.Wants(2))
        {
            above = If<Above>(x, max, g, zero);
            above = Reduction.SumTo(min is null ? above : If<Below>(max, min, g, above), max.Sizes);
        }

        return [node.Wants(0) ? Reduction.SumTo(inside, x.Sizes) : null, below, above];
    }

    private static void RequireOne(object? min, object? max)
    {
        if (min is null && max is null)
        {
            throw new ArgumentException("clamp: give min, max or both.");
        }
    }
}
