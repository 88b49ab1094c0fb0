using Repro.Engine.Autograd;
using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>Losses of an input and a target of the same shape, element by element.</summary>
internal static class ElementLoss
{
    public static Tensor Absolute(Tensor input, Tensor target, nn.Reduction reduction)
    {
        RequireSameShape("l1_loss", input, target);
        return Reduce(Pointwise.Absolute(Arithmetic.Subtract(input, target)), reduction);
    }

    /// <summary>½·d² below delta, delta·(|d| − ½·delta) beyond.</summary>
    public static Tensor Huber(Tensor input, Tensor target, double delta, nn.Reduction reduction)
    {
        RequireSameShape("huber_loss", input, target);
        return delta > 0
            ? Bent("huber_loss", input, target, (float)delta, 1, reduction)
            : throw new ArgumentOutOfRangeException(nameof(delta), $"huber_loss: delta is {delta}; it is above 0.");
    }

    /// <summary>½·d² / beta below beta, |d| − ½·beta beyond.</summary>
    public static Tensor SmoothAbsolute(Tensor input, Tensor target, double beta, nn.Reduction reduction)
    {
        RequireSameShape("smooth_l1_loss", input, target);
        return beta switch
        {
            > 0 => Bent("smooth_l1_loss", input, target, (float)beta, 1 / (float)beta, reduction),
            0 => Absolute(input, target, reduction),
            _ => throw new ArgumentOutOfRangeException(nameof(beta), $"smooth_l1_loss: beta is {beta}; it is not negative."),
        };
    }

    /// <summary>Of probabilities.</summary>
    public static Tensor BinaryCrossEntropy(Tensor input, Tensor target, Tensor? weight, nn.Reduction reduction)
    {
        RequireSameShape("binary_cross_entropy", input, target);
        RequireProbabilities(input);
        var losses = Node.Record(
            "binary_cross_entropy", Map.Binary("binary_cross_entropy", input, target, default(BinaryCrossEntropy)), [input, target], node =>
        {
            var (x, y) = (node.Save(input), node.Save(target));
            return g =>
            [
                node.Wants(0)
                    ? Arithmetic.Multiply(Map.Binary("binary_cross_entropy", x.Value, y.Value, default(BinaryCrossEntropyDerivative)), g)
                    : null,
                node.Wants(1)
                    ? Map.Binary("binary_cross_entropy", x.Value, g, default(Chain<EveryLane<BinaryCrossEntropyTargetDerivative>>))
                    : null,
            ];
        });
        return Reduce(Weighted(losses, weight), reduction);
    }

    /// <summary>Of logits: (1 − y)·x + (1 + (w − 1)·y)·ln(1 + e⁻ˣ), w being the weight of positive targets.</summary>
    public static Tensor BinaryCrossEntropyWithLogits(
        Tensor input, Tensor target, Tensor? weight, nn.Reduction reduction, Tensor? positiveWeight)
    {
        RequireSameShape("binary_cross_entropy_with_logits", input, target);
        var negative = Arithmetic.Multiply(Arithmetic.Subtract(1, target), input);
        var soft = Activation.Softplus(Pointwise.Negate(input), 1, double.PositiveInfinity);
        if (positiveWeight is not null)
        {
            soft = Arithmetic.Multiply(Arithmetic.Add(Arithmetic.Multiply(target, Arithmetic.Add(positiveWeight, -1)), 1), soft);
        }

        return Reduce(Weighted(Arithmetic.Add(negative, soft), weight), reduction);
    }

    /// <summary>target·(ln target − input) of a target of probabilities or of their logarithms; the input is of logarithms.</summary>
    public static Tensor Divergence(Tensor input, Tensor target, bool logTarget, nn.Reduction reduction)
    {
        RequireSameShape("kl_div", input, target);
        return Reduce(
            logTarget
                ? Arithmetic.Multiply(Pointwise.Exponential(target), Arithmetic.Subtract(target, input))
                : Arithmetic.Subtract(Activation.XLogX(target), Arithmetic.Multiply(target, input)),
            reduction);
    }

    /// <summary>The losses themselves, their sum, or their mean.</summary>
    public static Tensor Reduce(Tensor losses, nn.Reduction reduction) => reduction switch
    {
        nn.Reduction.None => losses,
        nn.Reduction.Sum => Reduction.Sum(losses, [], keepdim: false),
        _ => Reduction.Mean(losses, [], keepdim: false),
    };

    private static Tensor Bent(string operation, Tensor input, Tensor target, float bend, float scale, nn.Reduction reduction)
    {
        var difference = Arithmetic.Subtract(input, target);
        var losses = Node.Record(operation, Map.Unary(operation, difference, new Huber(bend, scale)), [difference], node =>
        {
            var d = node.Save(difference);
            return g => [Map.Binary(operation, d.Value, g, new Chain<HuberDerivative>(new HuberDerivative(bend, scale)))];
        });
        return Reduce(losses, reduction);
    }

    private static Tensor Weighted(Tensor losses, Tensor? weight) => weight is null ? losses : Arithmetic.Multiply(losses, weight);

    private static unsafe void RequireProbabilities(Tensor input)
    {
        var rows = RowMajor.Of(input);
        using var pin = rows.Pin("binary_cross_entropy", ScalarType.Float32);
        for (var i = 0L; i < rows.NumberOfElements; i++)
        {
            if (pin.Floats[i] is not (>= 0 and <= 1))
            {
                throw new ArgumentException(
                    $"binary_cross_entropy: the input has {pin.Floats[i]}, and probabilities lie between 0 and 1; logits go to "
                    + "binary_cross_entropy_with_logits.");
            }
        }
    }

    private static void RequireSameShape(string operation, Tensor input, Tensor target)
    {
        if (!input.Sizes.SequenceEqual(target.Sizes))
        {
            throw new ArgumentException(
                $"{operation}: input {Layout.Text(input.Sizes)} and target {Layout.Text(target.Sizes)} have different shapes.");
        }
    }
}
