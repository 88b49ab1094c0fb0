using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Operations;

/// <summary>Batch norm beside the contract's formulas and orders, bit for bit, and its errors.</summary>
public class BatchNormalizationTests
{
    private const float Eps = 1e-5f;

    public static TheoryData<int, int, int, int> Shapes => new()
    {
        { 2, 1, 1, 1 }, { 3, 5, 4, 3 }, { 2, 17, 9, 15 }, { 1, 33, 16, 16 }, { 5, 3, 11, 7 }, { 9, 64, 1, 1 }, { 300, 2, 16, 17 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void TrainingKeepsFormulasAndOrders(int images, int channels, int height, int width)
    {
        using var scope = NewDisposeScope();
        var rows = images * height * width;
        var x = Samples.Tensor(1, images, channels, height, width).requires_grad_();
        var (weight, bias) = (Samples.Tensor(2, channels).requires_grad_(), Samples.Tensor(3, channels).requires_grad_());
        var (runningMean, runningVariance) = (Samples.Tensor(4, channels), Samples.Tensor(5, channels).square());
        var (meanBefore, varianceBefore) = (runningMean.Values(), runningVariance.Values());
        var upstream = Samples.Tensor(6, images, channels, height, width);
        var y = nn.functional.batch_norm(x, runningMean, runningVariance, weight, bias, training: true);
        y.backward([upstream]);

        // N × C × H × W as C rows of N·H·W: image, row, column.
        float[][] Rows(Tensor t) => [.. t.permute(1, 0, 2, 3).Values().Chunk(rows)];
        var (xs, gs, ys, dxs) = (Rows(x.detach()), Rows(upstream), Rows(y.detach()), Rows(x.grad!));
        var (w, b, dw, db) = (weight.Values(), bias.Values(), weight.grad!.Values(), bias.grad!.Values());
        for (var c = 0; c < channels; c++)
        {
            var mean = Naive.Sum(xs[c]) / rows;
            var variance = Naive.Sum(Array.ConvertAll(xs[c], v => (v - mean) * (v - mean))) / rows;
            var inverse = 1 / MathF.Sqrt(variance + Eps);
            var scale = inverse * w[c];
            Bits.Equal(Array.ConvertAll(xs[c], v => ((v - mean) * scale) + b[c]), ys[c], $"output, channel {c}");
            Bits.Equal((meanBefore[c] * 0.9f) + (mean * 1 * 0.1f), runningMean.Values()[c], $"running mean, channel {c}");
            Bits.Equal(
                (varianceBefore[c] * 0.9f) + (variance * ((float)rows / (rows - 1)) * 0.1f), runningVariance.Values()[c],
                $"running variance, channel {c}");

            var sum = Naive.Sum(gs[c]);
            var product = Naive.Sum([.. gs[c].Zip(xs[c], (g, v) => g * (v - mean))]);
            var slope = product / rows * (inverse * inverse);
            var meanOfGradient = sum / rows;
            Bits.Equal(
                [.. gs[c].Zip(xs[c], (g, v) => (g - meanOfGradient - ((v - mean) * slope)) * scale)], dxs[c],
                $"gradient of the input, channel {c}");
            Bits.Equal(product * inverse, dw[c], $"gradient of the weight, channel {c}");
            Bits.Equal(sum, db[c], $"gradient of the bias, channel {c}");
        }
    }

    [Fact]
    public void EvaluationUsesTheRunningValuesAndLeavesThem()
    {
        using var scope = NewDisposeScope();
        var x = Samples.Tensor(1, 3, 19, 2, 2).requires_grad_();
        var (mean, variance, upstream) = (Samples.Tensor(2, 19), Samples.Tensor(3, 19).square(), Samples.Tensor(4, 3, 19, 2, 2));
        var (m, v) = (mean.Values(), variance.Values());
        var y = nn.functional.batch_norm(x, mean, variance);
        y.backward([upstream]);
        float Scale(int i) => 1 / MathF.Sqrt(v[i / 4 % 19] + Eps);
        Bits.Equal([.. x.Values().Select((value, i) => ((value - m[i / 4 % 19]) * Scale(i)) + 0)], y.Values(), "output");
        Bits.Equal([.. upstream.Values().Select((g, i) => g * Scale(i))], x.grad!.Values(), "gradient");
        Bits.Equal(m, mean.Values(), "running mean");
        Bits.Equal(v, variance.Values(), "running variance");
    }

    [Fact]
    public void ThreadsDoNotMatter()
    {
        using var scope = NewDisposeScope();
        float[]? expected = null;
        Threads.Each(threads =>
        {
            var x = Samples.Tensor(1, 70, 24, 8, 8).requires_grad_();
            nn.functional.batch_norm(x, null, null, training: true).backward([Samples.Tensor(2, 70, 24, 8, 8)]);
            expected ??= x.grad!.Values();
            Bits.Equal(expected, x.grad!.Values(), $"{threads} threads");
        });
    }

    [Fact]
    public void StridedParametersAreReadByTheirStrides()
    {
        using var scope = NewDisposeScope();
        var x = Samples.Tensor(1, 2, 2, 3, 3);
        var two = tensor(new float[] { 1, -7, 2, -7 });
        var (strided, dense) = (two.slice(0, 0, 4, 2), tensor(new float[] { 1, 2 }));
        Bits.Equal(
            nn.functional.batch_norm(x, dense, dense, dense, dense).Values(), nn.functional.batch_norm(
                x, strided, strided, strided, strided).Values(), "output");
    }

    [Theory]
    [InlineData(3, 2, 2, 2, "running_mean")]
    [InlineData(2, 1, 2, 2, "running_var")]
    [InlineData(2, 2, 1, 2, "weight")]
    [InlineData(2, 2, 2, 4, "bias")]
    public void ParametersOfAnotherLengthAreRefused(int mean, int variance, int weight, int bias, string name)
    {
        using var scope = NewDisposeScope();
        foreach (var training in (ReadOnlySpan<bool>)[true, false])
        {
            var error = Assert.Throws<ArgumentException>(() =>
                nn.functional.batch_norm(zeros(4, 2, 1, 1), zeros(mean), ones(variance), ones(weight), zeros(bias), training));
            Assert.StartsWith("batch_norm: " + name, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void WhatCannotBeNormalizedIsRefused()
    {
        using var scope = NewDisposeScope();
        string Message(Action action) => Assert.Throws<ArgumentException>(action).Message;
        Assert.Contains(
            "one value per channel", Message(() => nn.functional.batch_norm(zeros(1, 2), null, null, training: true)),
            StringComparison.Ordinal);
        Assert.Contains(
            "running_mean and running_var", Message(() => nn.functional.batch_norm(zeros(3, 2), null, null)), StringComparison.Ordinal);
        Assert.Contains(
            "neither [N, C] nor [N, C, H, W]", Message(() => nn.functional.batch_norm(zeros(3, 2, 1), null, null, training: true)),
            StringComparison.Ordinal);
    }
}
