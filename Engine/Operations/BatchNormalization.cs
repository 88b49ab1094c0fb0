using Repro.Engine.Autograd;
using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Kernels.Normalization;
using Repro.Engine.Kernels.Reductions;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>
/// Batch normalization over every axis but the second. Images are computed channels-last; the elements of a channel are summed in order of
/// image, row, column (rule 3).
/// </summary>
internal static unsafe class BatchNormalization
{
    public static Tensor Apply(
        Tensor x, Tensor? runningMean, Tensor? runningVariance, Tensor? weight, Tensor? bias, bool training, double momentum, double eps)
    {
        var input = RowsOfChannels(x);
        var channels = input.Sizes[1];
        var rows = input.NumberOfElements / Math.Max(channels, 1);
        if (training && rows == 1)
        {
            throw new ArgumentException(
                $"batch_norm: shape {Layout.Text(x.Sizes)} has one value per channel, and training needs more than one to normalize by.");
        }

        if (!training && (runningMean is null || runningVariance is null))
        {
            throw new ArgumentException("batch_norm: evaluation needs running_mean and running_var.");
        }

        CheckLength(runningMean, "running_mean", x);
        CheckLength(runningVariance, "running_var", x);
        CheckLength(weight, "weight", x);
        CheckLength(bias, "bias", x);
        // Copies: the result may be computed when these have changed.
        var (mean, variance) = Moments(input, rows, training, runningMean, runningVariance);
        if (training && rows > 0 && runningMean is not null && runningVariance is not null)
        {
            Update(runningMean, mean, momentum, 1);
            Update(runningVariance, variance, momentum, (float)rows / (rows - 1));
        }

        var inverse = Map.Unary("batch_norm", variance, new InverseRoot((float)eps));
        var scale = weight is null ? inverse : Map.Binary("batch_norm", inverse, weight, default(Multiply));
        var shift = bias is null ? Filled.Zeros([channels]) : Copy.To(bias, [1]);
        var result = new DeferredNormalization(input, mean, scale, shift).ToTensor();
        Tensor[] inputs = [x, .. weight is null ? (Tensor[])[] : [weight], .. bias is null ? (Tensor[])[] : [bias]];
        return Node.Record("batch_norm", result, inputs, node =>
        {
            var saved = new Statistics(node.Save(input), node.Save(mean), node.Save(inverse), node.Save(scale), node.Save(shift));
            var normalized = result.Storage;
            var (hasWeight, hasBias) = (weight is not null, bias is not null);
            return g =>
            {
                var (images, sum, product) = DeferredRectifierGradient.Of(g, normalized) is { } rectifier
                    ? InputGradient(saved, rectifier, training)
                    : InputGradient(saved, RowsOfChannels(g), training, default(Upstream));
                List<Tensor?> gradients = [images];
                if (hasWeight)
                {
                    gradients.Add(Arithmetic.Multiply(product, saved.Inverse.Value));
                }

                if (hasBias)
                {
                    gradients.Add(sum);
                }

                return [.. gradients];
            };
        });
    }

    private static (Tensor Images, Tensor Sum, Tensor Product) InputGradient(
        Statistics saved, DeferredRectifierGradient rectifier, bool training)
    {
        using var means = saved.Mean.Value.Pin();
        using var scales = saved.Scale.Value.Pin();
        using var shifts = saved.Shift.Value.Pin();
        var normalize = new Normalize(means.Floats, scales.Floats, shifts.Floats);
        return InputGradient(saved, rectifier.Upstream, training, new RectifiedUpstream(normalize, rectifier.Slope));
    }

    /// <summary>The gradient of the input, and for each channel the sums of g and of g·(x − mean).</summary>
    private static (Tensor Images, Tensor Sum, Tensor Product) InputGradient<TUpstream>(
        Statistics saved, Tensor gradient, bool training, TUpstream upstream)
        where TUpstream : struct, IChannelMap
    {
        var x = saved.Input.Value;
        var channels = x.Sizes[1];
        var rows = x.NumberOfElements / channels;
        var sum = Tensor.Allocate([channels]);
        var product = Tensor.Allocate([channels]);
        var result = Tensor.Allocate(x.Sizes, x.Strides);
        using var from = x.Pin();
        using var gradients = gradient.Pin();
        using var to = result.Pin();
        using var means = saved.Mean.Value.Pin();
        using var scales = saved.Scale.Value.Pin();
        using (var sums = sum.Pin())
        using (var products = product.Pin())
        {
            ColumnSum.RunPair(
                from.Floats, gradients.Floats, rows, channels, sums.Floats, products.Floats,
                new GradientSums<TUpstream>(means.Floats, upstream));
        }

        if (training)
        {
            var inverse = saved.Inverse.Value;
            var meanOfGradient = Arithmetic.Divide(sum, rows);
            var slope = Arithmetic.Multiply(Arithmetic.Divide(product, rows), Arithmetic.Multiply(inverse, inverse));
            using var gradientMeans = meanOfGradient.Pin();
            using var slopes = slope.Pin();
            var map = new NormalizeGradient<TUpstream>(means.Floats, gradientMeans.Floats, slopes.Floats, scales.Floats, upstream);
            ChannelMap.Run(from.Floats, gradients.Floats, to.Floats, rows, channels, map);
        }
        else
        {
            ChannelMap.Run(from.Floats, gradients.Floats, to.Floats, rows, channels, new ScaleGradient<TUpstream>(scales.Floats, upstream));
        }

        return (result, sum, product);
    }

    private static void CheckLength(Tensor? parameter, string name, Tensor x)
    {
        if (parameter is not null && (parameter.dtype != ScalarType.Float32 || !parameter.Sizes.SequenceEqual([x.Sizes[1]])))
        {
            throw new ArgumentException(
                $"batch_norm: {name} is {parameter.dtype} of shape {Layout.Text(parameter.Sizes)}; input {Layout.Text(x.Sizes)} needs "
                + $"Float32 of shape [{x.Sizes[1]}].");
        }
    }

    private static Tensor RowsOfChannels(Tensor x) => x.Sizes.Length switch
    {
        2 => x.contiguous(),
        4 => Convolve.ChannelsLast(x),
        _ => throw new ArgumentException($"batch_norm: shape {Layout.Text(x.Sizes)} is neither [N, C] nor [N, C, H, W]."),
    };

    /// <summary>What to normalize by. A batch of no images has no mean: any will do, and the running ones stay as they are.</summary>
    private static (Tensor Mean, Tensor Variance) Moments(
        Tensor x, long rows, bool training, Tensor? runningMean, Tensor? runningVariance)
    {
        if (!training)
        {
            return (Copy.To(runningMean!, [1]), runningVariance!);
        }

        if (rows == 0)
        {
            return (Filled.Zeros([x.Sizes[1]]), Filled.Ones([x.Sizes[1]]));
        }

        var mean = MeanOf(x, rows);
        return (mean, VarianceOf(x, mean, rows));
    }

    private static Tensor MeanOf(Tensor x, long rows)
    {
        var sum = Tensor.Allocate([x.Sizes[1]]);
        using var from = x.Pin("batch_norm", ScalarType.Float32);
        using var to = sum.Pin();
        ColumnSum.Run(from.Floats, rows, x.Sizes[1], to.Floats);
        return Map.Unary("batch_norm", sum, new DivideByConstant(rows));
    }

    /// <summary>The mean squared deviation from the mean, in a second pass over the data.</summary>
    private static Tensor VarianceOf(Tensor x, Tensor mean, long rows)
    {
        var sum = Tensor.Allocate([x.Sizes[1]]);
        using var from = x.Pin();
        using var to = sum.Pin();
        using var means = mean.Pin();
        ColumnSum.Run(from.Floats, from.Floats, rows, x.Sizes[1], to.Floats, new SquaredDeviation(means.Floats));
        return Map.Unary("batch_norm", sum, new DivideByConstant(rows));
    }

    /// <summary>running = (1 − momentum)·running + momentum·(value·correction).</summary>
    private static void Update(Tensor running, Tensor value, double momentum, float correction)
    {
        var added = Map.Unary(
            "batch_norm", Map.Unary("batch_norm", value, new MultiplyByConstant(correction)), new MultiplyByConstant((float)momentum));
        var kept = Map.Unary("batch_norm", running, new MultiplyByConstant((float)(1 - momentum)));
        running.BeforeWrite("batch_norm");
        Map.BinaryInto("batch_norm", kept, added, running, default(Add));
    }

    /// <summary>
    /// What the backward pass needs: the input, and of each channel the mean, 1/√(variance + eps), scale and shift it was normalized by.
    /// </summary>
    private sealed record Statistics(Saved Input, Saved Mean, Saved Inverse, Saved Scale, Saved Shift);
}
