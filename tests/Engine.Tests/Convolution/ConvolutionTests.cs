using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Convolution;

/// <summary>
/// Convolutions, transposed convolutions and all their gradients beside the contract's order (rule 2), bit for bit, with every kernel that
/// the processor has and with several numbers of threads.
/// </summary>
public class ConvolutionTests
{
    /// <summary>
    /// Shapes by what they reach: few channels, taps that straddle blocks, phases without a tap, padding wider than the image, blocks
    /// summed in turns.
    /// </summary>
    private static readonly NaiveConvolution[] Shapes =
    [
        new(2, 3, 9, 9, 5, 4, 4, (2, 2), (1, 1), (1, 1)),
        new(1, 1, 5, 7, 1, 1, 1, (1, 1), (0, 0), (1, 1)),
        new(2, 16, 6, 5, 4, 3, 3, (1, 1), (1, 1), (1, 1)),
        new(1, 17, 7, 7, 3, 4, 4, (2, 2), (1, 1), (1, 1)),
        new(1, 20, 5, 40, 2, 3, 2, (2, 1), (1, 1), (1, 1)),
        new(1, 70, 6, 6, 9, 2, 3, (1, 2), (0, 1), (1, 1)),
        new(2, 15, 8, 6, 33, 5, 5, (3, 3), (2, 2), (1, 1)),
        new(1, 29, 5, 5, 8, 3, 3, (1, 1), (2, 2), (2, 2)),
        new(1, 32, 4, 4, 35, 4, 2, (1, 1), (2, 1), (1, 1)),
        new(1, 64, 5, 4, 7, 2, 2, (1, 1), (0, 0), (1, 2)),
        new(1, 2, 11, 4, 70, 2, 2, (3, 3), (0, 0), (1, 1)),
        new(1, 4, 3, 3, 6, 3, 3, (1, 1), (4, 4), (1, 1)),
        new(3, 18, 10, 10, 4, 5, 4, (1, 1), (2, 0), (1, 3)),
        new(2, 6, 17, 9, 12, 1, 3, (1, 1), (0, 2), (1, 2)),
        new(2, 24, 4, 30, 11, 3, 3, (1, 1), (1, 1), (1, 1)),
        new(1, 15, 20, 15, 130, 7, 7, (1, 1), (3, 3), (1, 1)),
    ];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Shapes.Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void ConvolutionAndGradientsKeepTheOrder(int index)
    {
        var shape = Shapes[index];
        var (large, kernel, bias) = (
            Samples.Numbers(shape.LargeCount, 1), Samples.Numbers(shape.KernelCount, 2), Samples.Numbers(shape.SmallChannels, 3));
        var upstream = Samples.Numbers(shape.SmallCount, 4);
        var expected = new[]
        {
            shape.ToSmall(large, kernel, bias),
            shape.ToLarge(upstream, kernel, null),
            shape.KernelGradient(upstream, large),
            NaiveConvolution.BiasGradient(upstream, shape.Images, shape.SmallChannels, shape.SmallRows * shape.SmallColumns),
            shape.ToSmall(large, kernel, null),
        };
        Everywhere(() =>
        {
            var x = tensor(large, [shape.Images, shape.LargeChannels, shape.LargeRows, shape.LargeColumns], requires_grad: true);
            var (w, b) = (Weight(shape, kernel), tensor(bias, requires_grad: true));
            var y = nn.functional.conv2d(x, w, b, Pair(shape.Stride), Pair(shape.Padding), Pair(shape.Dilation));
            y.backward([tensor(upstream, y.shape)]);
            using var detached = w.detach();
            return [y, x.grad!, w.grad!, b.grad!, nn.functional.conv2d(
                x.detach(), detached, null, Pair(shape.Stride), Pair(shape.Padding), Pair(shape.Dilation))];
        }, expected, $"{shape}");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void TransposedConvolutionAndGradientsKeepTheOrder(int index)
    {
        // The large side is what the transposed convolution makes of the small one: rows that no stride reaches are added by output
        // padding.
        var shape = Shapes[index];
        var (small, kernel, bias) = (
            Samples.Numbers(shape.SmallCount, 5), Samples.Numbers(shape.KernelCount, 6), Samples.Numbers(shape.LargeChannels, 7));
        var upstream = Samples.Numbers(shape.LargeCount, 8);
        var expected = new[]
        {
            shape.ToLarge(small, kernel, bias),
            shape.ToSmall(upstream, kernel, null),
            shape.KernelGradient(small, upstream),
            NaiveConvolution.BiasGradient(upstream, shape.Images, shape.LargeChannels, shape.LargeRows * shape.LargeColumns),
        };
        long[] outputPadding =
        [
            shape.LargeRows - (
                ((shape.SmallRows - 1) * shape.Stride.Row) - (2 * shape.Padding.Row) + (shape.Dilation.Row * (shape.KernelRows - 1)) + 1),
            shape.LargeColumns - (((shape.SmallColumns - 1) * shape.Stride.Column) - (2 * shape.Padding.Column) + (
                shape.Dilation.Column * (shape.KernelColumns - 1)) + 1),
        ];
        Everywhere(() =>
        {
            var x = tensor(small, [shape.Images, shape.SmallChannels, shape.SmallRows, shape.SmallColumns], requires_grad: true);
            var (w, b) = (Weight(shape, kernel), tensor(bias, requires_grad: true));
            var y = nn.functional.conv_transpose2d(x, w, b, Pair(shape.Stride), Pair(shape.Padding), outputPadding, Pair(shape.Dilation));
            y.backward([tensor(upstream, y.shape)]);
            return [y, x.grad!, w.grad!, b.grad!];
        }, expected, $"transposed {shape}");
    }

    [Fact]
    public void ASampleDoesNotDependOnTheOthersInItsBatch()
    {
        using var scope = NewDisposeScope();
        var (x, w) = (Samples.Tensor(1, 5, 19, 9, 9), Samples.Tensor(2, 40, 19, 4, 4));
        var together = nn.functional.conv2d(x, w, null, [2], [1]);
        for (var n = 0; n < 5; n++)
        {
            var alone = nn.functional.conv2d(x.narrow(0, n, 1), w, null, [2], [1]);
            Bits.Equal(alone.Values(), together.narrow(0, n, 1).Values(), $"sample {n}");
        }
    }

    // Padding may be multiplied or left out: products of zeros change no total, not even one that has underflown to −0.
    [Fact]
    public void PaddingChangesNoBitOfSumsThatUnderflow()
    {
        using var scope = NewDisposeScope();
        var shape = new NaiveConvolution(1, 17, 3, 3, 6, 3, 3, (1, 1), (2, 2), (1, 1));
        var large = Array.ConvertAll(Samples.Numbers(shape.LargeCount, 1), v => v * 1e-25f);
        var kernel = Array.ConvertAll(Samples.Numbers(shape.KernelCount, 2), v => v * (v > 8 ? -1e-14f : 1e-25f));
        var expected = shape.ToSmall(large, kernel, null);
        Assert.Contains(expected, v => v != 0);
        Assert.Contains(expected, v => v == 0);
        Kernel.Each(bits => Bits.Equal(
            expected, nn.functional.conv2d(
                tensor(large, [1, 17, 3, 3]), tensor(kernel, [6, 17, 3, 3]), null, null, [2]).Values(), $"{bits} bits"));
    }

    [Fact]
    public void TheLayoutOfTheInputDoesNotMatter()
    {
        using var scope = NewDisposeScope();
        var (x, w) = (Samples.Tensor(3, 2, 18, 7, 5), Samples.Tensor(4, 6, 18, 3, 3));
        var channelsLast = x.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
        var sliced = cat([x, x], 1).narrow(1, 18, 18);
        var expected = nn.functional.conv2d(x, w).Values();
        Bits.Equal(expected, nn.functional.conv2d(channelsLast, w).Values(), "channels last");
        Bits.Equal(expected, nn.functional.conv2d(sliced, w.permute(3, 2, 1, 0).contiguous().permute(3, 2, 1, 0)).Values(), "sliced");
    }

    [Fact]
    public void AStridedBiasIsReadByItsStrides()
    {
        using var scope = NewDisposeScope();
        var bias = tensor(new float[] { 1, -7, 2, -7, 3, -7 }).slice(0, 0, 6, 2);
        var (x, w) = (zeros(1, 1, 2, 2), zeros(3, 1, 1, 1));
        Bits.Equal([1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3], nn.functional.conv2d(x, w, bias).Values(), "conv2d");
        Bits.Equal(
            [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3], nn.functional.conv_transpose2d(x, w.permute(1, 0, 2, 3), bias).Values(),
            "conv_transpose2d");
    }

    [Fact]
    public void NoImagesMakeNoImagesAndGradientsOfZero()
    {
        using var scope = NewDisposeScope();
        var (x, w) = (zeros([0, 3, 8, 8], requires_grad: true), Samples.Tensor(1, 5, 3, 4, 4).requires_grad_());
        var y = nn.functional.conv2d(x, w, null, [2], [1]);
        Assert.Equal([0, 5, 4, 4], y.shape);
        y.sum().backward();
        Assert.All(w.grad!.Values(), value => Assert.Equal(0, value));
        Assert.Equal([0, 3, 16, 16], nn.functional.conv_transpose2d(y.detach(), w.detach(), null, [4], [0]).shape);
    }

    [Theory]
    [InlineData("[1, 2, 5, 5]", 1, 0, 1, "do not fit; [N, in, H, W]")]
    [InlineData("[1, 3, 2, 5]", 1, 0, 1, "kernel [3, 3]")]
    [InlineData("[1, 3, 5, 5]", 0, 0, 1, "stride")]
    [InlineData("[1, 3, 5, 5]", 1, -1, 1, "padding")]
    [InlineData("[1, 3, 5, 5]", 1, 0, 0, "dilation")]
    public void MisfitsAreNamed(string input, int stride, int padding, int dilation, string message)
    {
        using var scope = NewDisposeScope();
        var x = zeros(input.Trim('[', ']').Split(", ").Select(long.Parse).ToArray());
        var error = Assert.Throws<ArgumentException>(
            () => nn.functional.conv2d(x, zeros(4, 3, 3, 3), null, [stride], [padding], [dilation]));
        Assert.StartsWith("conv2d: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    // A product of −10⁻⁶⁰ is rounded to −0, and so is a whole chain of such products. With few output channels, with many, and with phases
    // that no kernel position meets.
    [Theory]
    [InlineData(20, 3, 2, 1)]
    [InlineData(20, 40, 2, 1)]
    [InlineData(3, 40, 2, 1)]
    [InlineData(20, 3, 2, 3)]
    [InlineData(20, 40, 2, 3)]
    public void TotalsAreNeverMinusZero(int inputs, int outputs, int kernel, int stride)
    {
        using var scope = NewDisposeScope();
        var small = full([1, inputs, 3, 3], 1e-30f);
        var (weight, bias) = (full([inputs, outputs, kernel, kernel], -1e-30f), full([outputs], -0f));
        void Check(string what, Tensor y) => Bits.Equal(new float[y.numel()], y.Values(), what);
        Kernel.Each(bits =>
        {
            Check($"transposed, {bits} bits", nn.functional.conv_transpose2d(small, weight, null, [stride]));
            Check($"transposed with a bias of −0, {bits} bits", nn.functional.conv_transpose2d(small, weight, bias, [stride]));
            var (x, w) = (small.clone().requires_grad_(), full([outputs, inputs, kernel, kernel], -1e-30f).requires_grad_());
            var y = nn.functional.conv2d(x, w, bias, [stride]);
            y.backward([full(y.shape, -1e-30f)]);
            Check($"convolution, {bits} bits", y);
            Check($"gradient of the kernel, {bits} bits", w.grad!);
            x.grad = null;
            nn.functional.conv2d(x, w, bias, [stride]).backward([full(y.shape, 1e-30f)]);
            Check($"gradient of the input, {bits} bits", x.grad!);
        });
    }

    private static Tensor Weight(NaiveConvolution shape, float[] kernel) =>
        tensor(kernel, [shape.SmallChannels, shape.LargeChannels, shape.KernelRows, shape.KernelColumns], requires_grad: true);

    private static long[] Pair((int Row, int Column) pair) => [pair.Row, pair.Column];

    private static void Everywhere(Func<Tensor[]> compute, float[][] expected, string what)
    {
        void Check(string where)
        {
            using var scope = NewDisposeScope();
            var actual = compute();
            for (var i = 0; i < actual.Length; i++)
            {
                Bits.Equal(expected[i], actual[i].Values(), $"{what}, {where}, result {i}");
            }
        }

        Kernel.Each(bits => Check($"{bits} bits"));
        Threads.Each(threads => Check($"{threads} threads"));
    }
}
