using Repro.Engine.Autograd;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>
/// The cross entropy of logits (N × C × …) and classes (N × …) or probabilities (N × C × …). Of logits [C] and one class, N is left out.
/// </summary>
internal static unsafe class CrossEntropy
{
    public static Tensor Apply(Tensor logits, Tensor target, Tensor? weight, long ignored, nn.Reduction reduction, double smoothing)
    {
        var classAxis = logits.Sizes.Length == 1 ? 0 : 1;
        if (logits.Sizes.Length == 0 || smoothing is not (>= 0 and <= 1) || (
            weight is not null && !weight.Sizes.SequenceEqual([logits.Sizes[classAxis]])))
        {
            throw new ArgumentException(
                $"cross_entropy: logits {Layout.Text(logits.Sizes)}{(weight is null ? "" : $", weight {Layout.Text(weight.Sizes)}")}, "
                + $"label smoothing {smoothing} do not fit; [N, C, …], [C] and 0 to 1 would.");
        }

        // Classes last, so that each sample is a row.
        var rows = ClassesLast(Softmax.Logarithm(logits, classAxis), classAxis);
        if (target.dtype != ScalarType.Int64)
        {
            return OfProbabilities(logits, rows, target, classAxis, weight, reduction, smoothing);
        }

        var shape = rows.Sizes[..^1].ToArray();
        if (!target.Sizes.SequenceEqual(shape))
        {
            throw new ArgumentException(
                $"cross_entropy: logits {Layout.Text(logits.Sizes)} and classes {Layout.Text(target.Sizes)} do not fit; classes "
                + $"{Layout.Text(shape)} would.");
        }

        var classes = ClassesOf(target, rows.Sizes[^1], ignored);
        var (ofTarget, total) = WeightsOf(classes, shape, weight);
        var likelihood = Pointwise.Negate(Arithmetic.Multiply(Pick(rows, classes, shape), ofTarget));
        var loss = Reduce(likelihood, reduction, total);
        if (smoothing == 0)
        {
            return loss;
        }

        var all = Reduction.Sum(weight is null ? rows : Arithmetic.Multiply(rows, weight), [-1], keepdim: true);
        long[] counted = [.. classes.Select(number => Math.Min(number, 0))];
        var smooth = Reduce(Pointwise.Negate(Pick(all, counted, shape)), reduction, total);
        return Arithmetic.Add(
            Arithmetic.Multiply(loss, (float)(1 - smoothing)), Arithmetic.Multiply(smooth, (float)(smoothing / rows.Sizes[^1])));
    }

    private static Tensor OfProbabilities(
        Tensor logits, Tensor rows, Tensor target, int classAxis, Tensor? weight, nn.Reduction reduction, double smoothing)
    {
        if (!target.Sizes.SequenceEqual(logits.Sizes))
        {
            throw new ArgumentException(
                $"cross_entropy: {target.dtype} target {Layout.Text(target.Sizes)} does not fit logits {Layout.Text(logits.Sizes)}; "
                + "probabilities of that shape, or Int64 classes, would.");
        }

        var probabilities = ClassesLast(target, classAxis);
        if (smoothing > 0)
        {
            probabilities = Arithmetic.Add(Arithmetic.Multiply(probabilities, (float)(1 - smoothing)), (float)(smoothing / rows.Sizes[^1]));
        }

        var terms = Arithmetic.Multiply(rows, probabilities);
        var losses = Pointwise.Negate(Reduction.Sum(weight is null ? terms : Arithmetic.Multiply(terms, weight), [-1], keepdim: false));
        return ElementLoss.Reduce(losses, reduction);
    }

    /// <summary>The element of each row at its class, 0 where the class is negative.</summary>
    private static Tensor Pick(Tensor rows, long[] classes, long[] shape)
    {
        var count = rows.Sizes[^1];
        var result = Tensor.Allocate(shape);
        var input = RowMajor.Of(rows);
        using (var from = input.Pin("cross_entropy", ScalarType.Float32))
        using (var to = result.Pin())
        {
            for (var row = 0L; row < classes.Length; row++)
            {
                to.Floats[row] = classes[row] < 0 ? 0 : from.Floats[(row * count) + classes[row]];
            }
        }

        return Node.Record("cross_entropy", result, [rows], _ =>
        {
            var sizes = rows.shape;
            return g =>
            {
                var (upstream, gradient) = (RowMajor.Of(g), Filled.Zeros(sizes));
                using var from = upstream.Pin();
                using var to = gradient.Pin();
                for (var row = 0L; row < classes.Length; row++)
                {
                    if (classes[row] >= 0)
                    {
                        to.Floats[(row * count) + classes[row]] = from.Floats[row];
                    }
                }

                return [gradient];
            };
        });
    }

    /// <summary>The mean divides by the weights of the targets.</summary>
    private static Tensor Reduce(Tensor losses, nn.Reduction reduction, Tensor total) => reduction switch
    {
        nn.Reduction.None => losses,
        nn.Reduction.Sum => Reduction.Sum(losses, [], keepdim: false),
        _ => Arithmetic.Divide(Reduction.Sum(losses, [], keepdim: false), total),
    };

    private static (Tensor OfTarget, Tensor Total) WeightsOf(long[] classes, long[] shape, Tensor? weight)
    {
        using var noGrad = no_grad();
        var ofTarget = weight is null
            ? MaskOf(classes, shape)
            : Resampling.Take("cross_entropy", weight.view(-1, 1), 0, classes).view(shape);
        return (ofTarget, Reduction.Sum(ofTarget, [], keepdim: false));
    }

    private static Tensor MaskOf(long[] classes, long[] shape)
    {
        var mask = Tensor.Allocate(shape);
        using var pin = mask.Pin();
        for (var row = 0L; row < classes.Length; row++)
        {
            pin.Floats[row] = classes[row] < 0 ? 0 : 1;
        }

        return mask;
    }

    /// <summary>The class of each sample, −1 for those to ignore.</summary>
    private static long[] ClassesOf(Tensor target, long count, long ignored)
    {
        var classes = RowMajor.Of(target).data<long>().ToArray();
        for (var i = 0L; i < classes.Length; i++)
        {
            if (classes[i] == ignored)
            {
                classes[i] = -1;
            }
            else if (classes[i] < 0 || classes[i] >= count)
            {
                throw new ArgumentOutOfRangeException(nameof(target), $"cross_entropy: class {classes[i]} is outside 0…{count - 1}.");
            }
        }

        return classes;
    }

    private static Tensor ClassesLast(Tensor x, int classAxis) => classAxis == x.Sizes.Length - 1
        ? x
        : x.permute([.. Enumerable.Range(0, x.Sizes.Length).Where(axis => axis != classAxis).Select(axis => (long)axis), classAxis]);
}
