using Repro.Generators.Vocabulary.Layers;
using Repro.Generators.Vocabulary.Shapes;
using TorchSharp;
using static TorchSharp.torch;

namespace Repro.Generators.Tests.Vocabulary.Layers;

/// <summary>
/// The inferred shapes agree with the engine: a layer fits an input, and gives an output shape, exactly when the engine's layer does.
/// </summary>
[Collection(nameof(DefaultGenerator))]
public class InferenceTests
{
    private const int Cases = 500;

    [Fact]
    public void Convolution() => Check(random =>
    {
        var (arguments, input) = Arguments(random);
        var mode = new[] { "zeros", "reflect", "replicate", "circular" }[random.Next(4)];
        var module = () => nn.Conv2d(
            input.Channels,
            arguments.Channels,
            Pair(arguments.Kernel),
            Pair(arguments.Stride),
            Pair(arguments.Padding),
            Pair(arguments.Dilation),
            Enum.Parse<PaddingModes>(mode, ignoreCase: true),
            arguments.Groups,
            arguments.Bias);
        return (new Conv(arguments, PaddingMode.Named(mode)), input, module);
    });

    [Fact]
    public void TransposedConvolution() => Check(random =>
    {
        var (arguments, input) = Arguments(random);
        var smallest = Math.Min(
            Math.Max(arguments.Stride.Height, arguments.Dilation.Height), Math.Max(arguments.Stride.Width, arguments.Dilation.Width));
        var outputPadding = random.NextInt64(smallest);
        var module = () => nn.ConvTranspose2d(
            input.Channels,
            arguments.Channels,
            Pair(arguments.Kernel),
            Pair(arguments.Stride),
            Pair(arguments.Padding),
            (outputPadding, outputPadding),
            Pair(arguments.Dilation),
            groups: arguments.Groups,
            bias: arguments.Bias);
        return (new ConvTranspose(arguments, outputPadding), input, module);
    });

    [Fact]
    public void MaxPooling() => Check(random =>
    {
        var windows = RandomWindows(random, random.Next(1, 4));
        var module = () => nn.MaxPool2d(windows.Kernel, windows.Stride, windows.Padding, windows.Dilation, windows.Ceil);
        return (new MaxPool(windows), Map(random), module);
    });

    [Fact]
    public void AveragePooling() => Check(random =>
    {
        var windows = RandomWindows(random, dilation: 1);
        var (counts, divisor) = (random.Next(2) == 0, random.Next(2) == 0 ? random.Next(1, 5) : (long?)null);
        var module = () => nn.AvgPool2d(windows.Kernel, windows.Stride, windows.Padding, windows.Ceil, counts, divisor);
        return (new AvgPool(windows, counts, divisor), Map(random), module);
    });

    [Fact]
    public void AdaptiveAveragePooling() => Check(random =>
    {
        var size = new Extent(random.Next(1, 9), random.Next(1, 9));
        return (new AdaptiveAvgPool(size), Map(random), () => nn.AdaptiveAvgPool2d(Pair(size)));
    });

    [Fact]
    public void Upsampling() => Check(random =>
    {
        var size = random.Next(2) == 0 ? new Extent(random.Next(1, 20), random.Next(1, 20)) : (Extent?)null;
        var scale = size is null ? random.Next(1, 400) / 100m : (decimal?)null;
        var mode = random.Next(2) == 0 ? "nearest" : "bilinear";
        var align = random.Next(4) == 0;
        var module = () => nn.Upsample(
            size is { } given ? [given.Height, given.Width] : null,
            scale is { } factor ? [(double)factor, (double)factor] : null,
            Enum.Parse<UpsampleMode>(mode, ignoreCase: true),
            align ? true : null);
        return (new Upsample(size, scale, mode, align), Map(random), module);
    });

    [Fact]
    public void Padding() => Check(random =>
    {
        var size = new Borders(random.Next(5), random.Next(5), random.Next(5), random.Next(5));
        var mode = new[] { "constant", "reflect", "replicate", "circular" }[random.Next(4)];
        var module = () => new Function(input => nn.functional.pad(
            input, (size.Left, size.Right, size.Top, size.Bottom), Enum.Parse<PaddingModes>(mode, ignoreCase: true)));
        return (new Pad(size, PaddingMode.Named(mode), 1), Map(random), module);
    });

    [Fact]
    public void BatchNormalization() => Check(random =>
    {
        var input = Any(random);
        var module = () => input.IsMap ? (nn.Module<Tensor, Tensor>)nn.BatchNorm2d(input.Channels) : nn.BatchNorm1d(input.Count);
        return (new BatchNorm(1e-5m, 0.1m, true, true), input, module);
    });

    [Fact]
    public void LayerNormalization() => Check(random =>
    {
        var input = Any(random);
        var axes = random.Next(2) == 0 ? random.Next(1, 4) : (long?)null;
        var module = () => nn.LayerNorm([.. input.Dimensions.TakeLast((int)(axes ?? input.Dimensions.Count))]);
        return (new LayerNorm(axes, 1e-5m, true, true), input, axes > input.Dimensions.Count ? Unfit : module);
    });

    [Fact]
    public void GroupNormalization() => Check(random =>
    {
        var (input, groups) = (Any(random), random.Next(1, 7));
        return (new GroupNorm(groups, 1e-5m, true), input, () => nn.GroupNorm(groups, input.Dimensions[0]));
    });

    [Fact]
    public void Softmaximum() => Check(random =>
    {
        var dim = random.Next(1, 4);
        return (new Softmax(dim), Any(random), () => nn.Softmax(dim));
    });

    [Fact]
    public void Flattening() => Check(random => (new Flatten(), Any(random), () => nn.Flatten()));

    [Fact]
    public void Unflattening() => Check(random =>
    {
        var output = Map(random);
        var input = random.Next(3) == 0 ? Any(random) : Shape.Vector(output.Count);
        return (new Unflatten(output), input, input.IsMap ? Unfit : () => nn.Unflatten(1, [.. output.Dimensions]));
    });

    [Fact]
    public void Activations() => Check(random =>
    {
        (Layer, Func<nn.Module<Tensor, Tensor>>)[] all =
        [
            (new Relu(), () => nn.ReLU()),
            (new LeakyRelu(0.2m), () => nn.LeakyReLU(0.2)),
            (new Elu(1), () => nn.ELU()),
            (new Gelu("tanh"), () => nn.GELU()),
            (new Silu(), () => nn.SiLU()),
            (new Sigmoid(), () => nn.Sigmoid()),
            (new Tanh(), () => nn.Tanh()),
            (new Softplus(1, 20), () => nn.Softplus()),
            (new Dropout(0.5m), () => nn.Dropout()),
            (new Identity(), () => nn.Identity()),
        ];
        var (layer, module) = all[random.Next(all.Length)];
        return (layer, Any(random), module);
    });

    private static void Check(Func<Random, (Layer Layer, Shape Input, Func<nn.Module<Tensor, Tensor>> Module)> random)
    {
        var (fitting, unfitting) = (0, 0);
        for (var seed = 0; seed < Cases; seed++)
        {
            using var scope = NewDisposeScope();
            var (layer, input, module) = random(new Random(seed));
            var result = layer.Infer(input);
            var images = zeros([2, .. input.Dimensions]);
            if (result.Shape is { } shape)
            {
                Assert.True(
                    Enumerable.SequenceEqual([2, .. shape.Dimensions], module().call(images).shape), $"{layer} for {input}: {shape}");
                fitting++;
            }
            else
            {
                Assert.False(string.IsNullOrEmpty(result.Problem));
                Assert.ThrowsAny<ArgumentException>(() => module().call(images));
                unfitting++;
            }
        }

        Assert.True(fitting > Cases / 10, $"Only {fitting} of {Cases} fit, {unfitting} do not.");
    }

    private static (ConvArguments Arguments, Shape Input) Arguments(Random random)
    {
        var groups = random.Next(3) == 0 ? random.Next(1, 4) : 1;
        var arguments = new ConvArguments(
            random.Next(4) == 0 ? random.Next(1, 7) : groups * random.Next(1, 4),
            new(random.Next(1, 6), random.Next(1, 6)),
            new(random.Next(1, 4), random.Next(1, 4)),
            new(random.Next(4), random.Next(4)),
            new(random.Next(1, 4), random.Next(1, 4)),
            groups,
            random.Next(2) == 0);
        return (
            arguments,
            Shape.Map(random.Next(4) == 0 ? random.Next(1, 7) : groups * random.Next(1, 4), random.Next(1, 12), random.Next(1, 12)));
    }

    private static Windows RandomWindows(Random random, int dilation) =>
        new(random.Next(1, 6), random.Next(1, 5), random.Next(4), dilation, random.Next(2) == 0);

    private static Shape Map(Random random) => Shape.Map(random.Next(1, 7), random.Next(1, 10), random.Next(1, 10));

    private static Shape Any(Random random) => random.Next(2) == 0 ? Map(random) : Shape.Vector(random.Next(1, 13));

    private static (long, long) Pair(Extent extent) => (extent.Height, extent.Width);

    private static nn.Module<Tensor, Tensor> Unfit() => throw new ArgumentException("There is no such layer.");

    /// <summary>A function as a module.</summary>
    private sealed class Function(Func<Tensor, Tensor> function) : nn.Module<Tensor, Tensor>(nameof(Function))
    {
        public override Tensor forward(Tensor input) => function(input);
    }
}
