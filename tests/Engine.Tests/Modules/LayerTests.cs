using Repro.Engine.Tests.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Modules;

public class LayerTests
{
    [Fact]
    public void BatchNormTrainsItsRunningValuesAndEvaluatesWithThem()
    {
        using var scope = NewDisposeScope();
        using var norm = nn.BatchNorm1d(2, momentum: 0.5);
        var x = tensor(new float[] { 1, 10, 3, 30 }, [2, 2]);
        Bits.Equal(nn.functional.batch_norm(x, null, null, training: true).Values(), norm.call(x).Values(), "training");
        Assert.Equal([1, 10], norm.running_mean!.Values());
        Assert.Equal([1.5f, 100.5f], norm.running_var!.Values());
        Assert.Equal(1, norm.num_batches_tracked!.item<long>());
        norm.eval();
        Bits.Equal(nn.functional.batch_norm(x, norm.running_mean, norm.running_var).Values(), norm.call(x).Values(), "evaluation");
        Assert.Equal(1, norm.num_batches_tracked!.item<long>());
        Assert.Equal([1, 10], norm.running_mean!.Values());
    }

    [Fact]
    public void BatchNormWithoutRunningValuesUsesTheBatch()
    {
        using var scope = NewDisposeScope();
        using var norm = nn.BatchNorm2d(3, affine: false, track_running_stats: false);
        Assert.Empty(norm.state_dict());
        norm.eval();
        var x = Samples.Tensor(1, 2, 3, 2, 2);
        Bits.Equal(nn.functional.batch_norm(x, null, null, training: true).Values(), norm.call(x).Values(), "evaluation");
        Assert.Contains(
            "BatchNorm2d: input has shape [2, 3]; 4 axes", Assert.Throws<ArgumentException>(() => norm.call(zeros(2, 3))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void LayersAreTheirFunctions()
    {
        using var scope = NewDisposeScope();
        var (x, images) = (Samples.Tensor(1, 3, 4), Samples.Tensor(2, 2, 3, 7, 8));
        var linear = nn.Linear(4, 5);
        Bits.Equal(nn.functional.linear(x, linear.weight, linear.bias).Values(), linear.call(x).Values(), "linear");
        var conv = nn.Conv2d(3, 5, (3, 2), (2, 1), (1, 0), (1, 2));
        Bits.Equal(
            nn.functional.conv2d(images, conv.weight, conv.bias, [2, 1], [1, 0], [1, 2]).Values(), conv.call(images).Values(), "conv2d");
        var transposed = nn.ConvTranspose2d(3, 5, (3, 2), (2, 1), (1, 0), (1, 0), (1, 1), bias: false);
        Assert.Null(transposed.bias);
        Bits.Equal(
            nn.functional.conv_transpose2d(images, transposed.weight, null, [2, 1], [1, 0], [1, 0]).Values(),
            transposed.call(images).Values(), "conv_transpose2d");
        Bits.Equal(x.relu().Values(), nn.ReLU().call(x).Values(), "relu");
        Bits.Equal(nn.functional.leaky_relu(x, 0.3).Values(), nn.LeakyReLU(0.3).call(x).Values(), "leaky relu");
        Bits.Equal(x.sigmoid().Values(), nn.Sigmoid().call(x).Values(), "sigmoid");
        Bits.Equal(x.tanh().Values(), nn.Tanh().call(x).Values(), "tanh");
    }

    [Theory]
    [InlineData(3, 5, 1, PaddingModes.Zeros)]
    [InlineData(4, 2, 1, PaddingModes.Zeros)]
    [InlineData(4, 3, 2, PaddingModes.Zeros)]
    [InlineData(2, 4, 1, PaddingModes.Replicate)]
    public void SamePaddingKeepsTheSizeAndPutsTheOddPixelLast(int rows, int columns, int dilation, PaddingModes mode)
    {
        using var scope = NewDisposeScope();
        var x = Samples.Tensor(1, 2, 3, 9, 8);
        var same = nn.Conv2d(3, 4, (rows, columns), Padding.Same, dilation: (dilation, dilation), padding_mode: mode);
        var (down, across) = (dilation * (rows - 1), dilation * (columns - 1));
        long[] edges = [across / 2, across - (across / 2), down / 2, down - (down / 2)];
        var padded = nn.functional.pad(x, edges, mode == PaddingModes.Zeros ? PaddingModes.Constant : mode);
        var y = same.call(x);
        Assert.Equal([2, 4, 9, 8], y.shape);
        Bits.Equal(nn.functional.conv2d(padded, same.weight, same.bias, dilation: [dilation]).Values(), y.Values(), "same");

        var valid = nn.Conv2d(3, 4, 3, Padding.Valid, stride: 2);
        Bits.Equal(nn.functional.conv2d(x, valid.weight, valid.bias, [2]).Values(), valid.call(x).Values(), "valid");
        Assert.Contains(
            "stride of 1", Assert.Throws<ArgumentException>(() => nn.Conv2d(3, 4, 3, Padding.Same, stride: 2)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void CrossEntropySmoothsAsItsFunctionDoes()
    {
        using var scope = NewDisposeScope();
        var (x, classes) = (Samples.Tensor(1, 5, 4), tensor(new[] { 0L, 3, 1, 2, 2 }));
        var loss = new TorchSharp.Modules.CrossEntropyLoss(ignore_index: 2, label_smoothing: 0.1);
        Assert.Equal((2L, 0.1), (loss.ignore_index, loss.label_smoothing));
        Bits.Equal(
            nn.functional.cross_entropy(
                x, classes, ignore_index: 2, label_smoothing: 0.1).Values(), loss.call(x, classes).Values(), "smoothed");
    }

    [Fact]
    public void OptionsThatTheEngineLacksAreRefusedWithTheReason()
    {
        foreach (var call in new Action[]
        {
            () => nn.ConvTranspose2d(4, 4, 3, padding_mode: PaddingModes.Reflect),
            () => nn.Embedding(4, 2, max_norm: 1),
            () => nn.Embedding(4, 2, scale_grad_by_freq: true),
            () => nn.Embedding(4, 2, sparse: true),
            () => nn.LayerNorm(2, dtype: ScalarType.Float64),
            () => nn.functional.softmax(zeros(2), 0, ScalarType.Float64),
            () => nn.functional.interpolate(zeros(1, 1, 2, 2), [4, 4], mode: InterpolationMode.Bicubic),
            () => nn.functional.interpolate(zeros(1, 1, 2, 2), [4, 4], antialias: true),
            () => nn.functional.interpolate(zeros(1, 2, 2), [4]),
            () => nn.Linear(2, 2, dtype: ScalarType.Float64),
            () => nn.BatchNorm2d(2, dtype: ScalarType.Float64),
            () => nn.functional.leaky_relu(zeros(1), -0.1),
        })
        {
            Assert.Contains("not supported", Assert.Throws<NotSupportedException>(call).Message, StringComparison.Ordinal);
        }

        Assert.Contains(
            "cuda", Assert.Throws<NotSupportedException>(() => nn.Linear(2, 2, device: "cuda")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DropoutScalesWhatItKeeps()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var y = nn.functional.dropout(ones(1000), 0.25).Values();
        Assert.All(y, value => Assert.True(value is 0 or (1 / 0.75f)));
        Assert.InRange(y.Count(value => value == 0), 200, 300);
        manual_seed(1);
        var next = rand(1).Values();
        manual_seed(1);
        Assert.Equal([0, 0], nn.functional.dropout(ones(2), 1).Values());
        Bits.Equal(next, rand(1).Values(), "what comes after dropping everything: PyTorch draws nothing for it");
        Assert.Equal([1, 1], nn.functional.dropout(ones(2), 0).Values());
        Assert.Throws<ArgumentOutOfRangeException>(() => nn.functional.dropout(ones(2), 1.5));
    }

    [Fact]
    public void LossesCompareEqualShapes()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ArgumentException>(() => nn.functional.mse_loss(zeros(2, 3), zeros(3)));
        Assert.Equal("mse_loss: input [2, 3] and target [3] have different shapes.", error.Message);
    }
}
