using Repro.Engine.Convolution;
using Repro.Engine.Convolution.Filtering;
using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;
using Kernel = Repro.Engine.Tests.Testing.Kernel;

namespace Repro.Engine.Tests.Convolution.Filtering;

/// <summary>
/// Kernels of 4 × 4 with a stride of 2, beside the contract's order (rule 2), bit for bit, with every kernel that the processor has and
/// with several numbers of threads.
/// </summary>
public class FilteredConvolutionTests
{
    /// <summary>
    /// Shapes by what they reach: tiles that hang over, padding of either parity and wider than the image, channels that fill no vector,
    /// several blocks of an axis.
    /// </summary>
    private static readonly NaiveConvolution[] Shapes =
    [
        new(2, 16, 8, 8, 16, 4, 4, (2, 2), (1, 1), (1, 1)),
        new(3, 21, 9, 12, 19, 4, 4, (2, 2), (0, 1), (1, 1)),
        new(1, 37, 15, 6, 50, 4, 4, (2, 2), (2, 3), (1, 1)),
        new(2, 70, 9, 8, 17, 4, 4, (2, 2), (1, 0), (1, 1)),
        new(1, 16, 6, 9, 270, 4, 4, (2, 2), (1, 1), (1, 1)),
        new(20, 16, 16, 10, 18, 4, 4, (2, 2), (1, 1), (1, 1)),
        new(1, 16, 4, 5, 16, 4, 4, (2, 2), (5, 4), (1, 1)),
        new(13, 16, 32, 31, 16, 4, 4, (2, 2), (1, 1), (1, 1)),
    ];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Shapes.Length)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void ConvolutionAndGradientsKeepTheOrder(int index)
    {
        var shape = Shapes[index];
        var filter = new NaiveFilter(shape);
        Assert.True(Filter.Fits(ShapeOf(shape)));
        var (large, kernel, bias) = (
            Samples.Numbers(shape.LargeCount, 1), Samples.Numbers(shape.KernelCount, 2), Samples.Numbers(shape.SmallChannels, 3));
        var upstream = Samples.Numbers(shape.SmallCount, 4);
        float[][] expected =
            [filter.ToSmall(large, kernel, bias), filter.ToLarge(upstream, kernel, null), filter.KernelGradient(upstream, large)];
        Everywhere(() =>
        {
            var (x, w) = (Large(shape, large), Weight(shape, kernel));
            var y = nn.functional.conv2d(x, w, tensor(bias), [2], Pair(shape.Padding));
            y.backward([tensor(upstream, y.shape)]);
            return [y, x.grad!, w.grad!];
        }, expected, $"{shape}");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void TransposedConvolutionAndGradientsKeepTheOrder(int index)
    {
        var shape = Shapes[index];
        var filter = new NaiveFilter(shape);
        var (small, kernel, bias) = (
            Samples.Numbers(shape.SmallCount, 5), Samples.Numbers(shape.KernelCount, 6), Samples.Numbers(shape.LargeChannels, 7));
        var upstream = Samples.Numbers(shape.LargeCount, 8);
        float[][] expected =
            [filter.ToLarge(small, kernel, bias), filter.ToSmall(upstream, kernel, null), filter.KernelGradient(small, upstream)];
        long[] outputPadding = [shape.LargeRows % 2, shape.LargeColumns % 2];
        Everywhere(() =>
        {
            var (x, w) = (Small(shape, small), Weight(shape, kernel));
            var y = nn.functional.conv_transpose2d(x, w, tensor(bias), [2], Pair(shape.Padding), outputPadding);
            y.backward([tensor(upstream, y.shape)]);
            return [y, x.grad!, w.grad!];
        }, expected, $"transposed {shape}");
    }

    [Fact]
    public void ASampleDoesNotDependOnTheOthersInItsBatch()
    {
        using var scope = NewDisposeScope();
        var (x, w) = (Samples.Tensor(1, 40, 19, 9, 10), Samples.Tensor(2, 40, 19, 4, 4));
        var together = nn.functional.conv2d(x, w, null, [2], [1]);
        var back = nn.functional.conv_transpose2d(together, w, null, [2], [1]);
        foreach (var n in (int[])[0, 1, 17, 39])
        {
            Bits.Equal(
                nn.functional.conv2d(x.narrow(0, n, 1), w, null, [2], [1]).Values(), together.narrow(0, n, 1).Values(), $"sample {n}");
            Bits.Equal(
                nn.functional.conv_transpose2d(
                    together.narrow(0, n, 1), w, null, [2], [1]).Values(), back.narrow(0, n, 1).Values(), $"transposed, sample {n}");
        }
    }

    [Fact]
    public void TheLayoutOfTheKernelDoesNotMatter()
    {
        using var scope = NewDisposeScope();
        var (x, w) = (Samples.Tensor(3, 2, 18, 8, 6), Samples.Tensor(4, 20, 18, 4, 4));
        var turned = w.permute(3, 2, 1, 0).contiguous().permute(3, 2, 1, 0);
        var y = nn.functional.conv2d(x, w, null, [2], [1]);
        Bits.Equal(y.Values(), nn.functional.conv2d(x, turned, null, [2], [1]).Values(), "convolution");
        Bits.Equal(
            nn.functional.conv_transpose2d(y, w, null, [2], [1]).Values(), nn.functional.conv_transpose2d(
                y, turned, null, [2], [1]).Values(), "transposed");
    }

    // What is not finite stays in its image, at the pixels where a direct computation has it.
    [Theory]
    [InlineData(float.NaN, 1, 57, 7)]
    [InlineData(float.NaN, 1, 74, 17)] // the last row, which only lower results of a tile read
    [InlineData(float.NaN, 1, 39, 9)] // the last column
    [InlineData(float.PositiveInfinity, 0, 0, 0)]
    [InlineData(float.NegativeInfinity, 2, 79, 19)]
    public void AnImageWithAResultThatIsNotFiniteIsComputedDirectly(float value, int image, int place, int smallPlace)
    {
        var shape = new NaiveConvolution(3, 16, 8, 10, 17, 4, 4, (2, 2), (1, 1), (1, 1));
        var filter = new NaiveFilter(shape);
        var (large, small) = (Samples.Numbers(shape.LargeCount, 1), Samples.Numbers(shape.SmallCount, 4));
        var other = Samples.Numbers(shape.SmallCount, 6);
        var (kernel, bias, largeBias) = (
            Samples.Numbers(shape.KernelCount, 2), Samples.Numbers(shape.SmallChannels, 3), Samples.Numbers(shape.LargeChannels, 5));
        var expected = new[] { filter.ToSmall(large, kernel, bias), filter.ToLarge(small, kernel, null), [], filter.ToLarge(
            other, kernel, largeBias) };
        large[(shape.LargeCount / 3 * image) + place] = value;
        small[(shape.SmallCount / 3 * image) + 7] = value;
        other[(shape.SmallCount / 3 * image) + smallPlace] = value;
        Replace(shape.SmallCount, expected[0], shape.ToSmall(large, kernel, bias));
        Replace(shape.LargeCount, expected[1], shape.ToLarge(small, kernel, null));
        Replace(shape.LargeCount, expected[3], shape.ToLarge(other, kernel, largeBias));
        expected[2] = shape.KernelGradient(small, large);
        Assert.Contains(expected[0], float.IsFinite);
        Assert.Contains(expected[0], v => !float.IsFinite(v));
        Everywhere(() =>
        {
            var (x, w) = (Large(shape, large), Weight(shape, kernel));
            var y = nn.functional.conv2d(x, w, tensor(bias), [2], [1]);
            y.backward([tensor(small, y.shape)]);
            return [y, x.grad!, w.grad!, nn.functional.conv_transpose2d(Small(shape, other), w, tensor(largeBias), [2], [1])];
        }, expected, $"{value}");

        void Replace(int count, float[] all, float[] direct) => Array.Copy(direct, count / 3 * image, all, count / 3 * image, count / 3);
    }

    // One output channel, of the first of several panels, breaks every image. Threads that share an image say so at the same time: once in
    // a while one of them undid what another had said.
    [Fact]
    public void AnImageIsComputedDirectlyWhicheverChannelIsNotFinite()
    {
        var shape = new NaiveConvolution(2, 50, 8, 8, 50, 4, 4, (2, 2), (1, 1), (1, 1));
        var (large, small, kernel) = (
            Samples.Numbers(shape.LargeCount, 1), Samples.Numbers(shape.SmallCount, 4), Samples.Numbers(shape.KernelCount, 2));
        kernel[0] = float.PositiveInfinity;
        var (toSmall, toLarge) = (shape.ToSmall(large, kernel, null), shape.ToLarge(small, kernel, null));
        Everywhere(() => [Down(), Up()], [toSmall, toLarge], "a weight");
        Threads.Each(threads =>
        {
            for (var round = 0; round < 30; round++)
            {
                using var scope = NewDisposeScope();
                Bits.Equal(toSmall, Down().Values(), $"{threads} threads, round {round}");
                Bits.Equal(toLarge, Up().Values(), $"transposed, {threads} threads, round {round}");
            }
        });

        Tensor Down() => nn.functional.conv2d(Large(shape, large), Weight(shape, kernel), null, [2], [1]);
        Tensor Up() => nn.functional.conv_transpose2d(Small(shape, small), Weight(shape, kernel), null, [2], [1]);
    }

    // The sum of two weights may be beyond the largest number, and so may a result before it is beside its neighbour.
    [Fact]
    public void SumsThatOverflowAreComputedDirectly()
    {
        using var scope = NewDisposeScope();
        var (x, w) = (full([1, 16, 6, 6], 1e-3f), full([16, 16, 4, 4], 3e38f));
        var shape = new NaiveConvolution(1, 16, 6, 6, 16, 4, 4, (2, 2), (0, 0), (1, 1));
        var expected = shape.ToSmall(x.Values(), w.Values(), null);
        Assert.All(expected, v => Assert.True(float.IsFinite(v)));
        Bits.Equal(expected, nn.functional.conv2d(x, w, null, [2]).Values(), "sums of weights");
    }

    [Theory]
    [InlineData(16, 16, 8, 8, 1, true)]
    [InlineData(15, 16, 8, 8, 1, false)]
    [InlineData(16, 15, 8, 8, 1, false)]
    [InlineData(16, 16, 6, 6, 1, false)] // 3 × 3 pixels: as many products in four tiles as without them
    [InlineData(16, 16, 6, 8, 1, true)]
    [InlineData(16, 16, 8, 4, 0, false)] // one column of pixels
    public void ShapesThatSaveProductsAreFiltered(
        int largeChannels, int smallChannels, int rows, int columns, int padding, bool expected) =>
        Assert.Equal(
            expected, Filter.Fits(ShapeOf(new(1, largeChannels, rows, columns, smallChannels, 4, 4, (2, 2), (padding, padding), (1, 1)))));

    [Fact]
    public void OtherKernelsStridesAndDilationsAreNotFiltered()
    {
        var shape = ShapeOf(Shapes[0]);
        Assert.True(Filter.Fits(shape));
        Assert.All(
            new[]
            {
                shape with { KernelRows = 3 }, shape with { KernelColumns = 3 }, shape with { StrideRows = 1 },
                shape with { StrideColumns = 1 },
                shape with { DilationRows = 2 }, shape with { DilationColumns = 2 },
            },
            other => Assert.False(Filter.Fits(other)));
        Assert.True(Filter.Fits(shape with { Images = 1 }) && Filter.Fits(shape with { Images = 1000 }));
    }

    private static ConvolutionShape ShapeOf(NaiveConvolution shape) => new()
    {
        Images = shape.Images,
        LargeRows = shape.LargeRows,
        LargeColumns = shape.LargeColumns,
        LargeChannels = shape.LargeChannels,
        SmallRows = shape.SmallRows,
        SmallColumns = shape.SmallColumns,
        SmallChannels = shape.SmallChannels,
        KernelRows = shape.KernelRows,
        KernelColumns = shape.KernelColumns,
        StrideRows = shape.Stride.Row,
        StrideColumns = shape.Stride.Column,
        PaddingRows = shape.Padding.Row,
        PaddingColumns = shape.Padding.Column,
        DilationRows = shape.Dilation.Row,
        DilationColumns = shape.Dilation.Column,
    };

    private static Tensor Large(NaiveConvolution shape, float[] numbers) =>
        tensor(numbers, [shape.Images, shape.LargeChannels, shape.LargeRows, shape.LargeColumns], requires_grad: true);

    private static Tensor Small(NaiveConvolution shape, float[] numbers) =>
        tensor(numbers, [shape.Images, shape.SmallChannels, shape.SmallRows, shape.SmallColumns], requires_grad: true);

    private static Tensor Weight(NaiveConvolution shape, float[] kernel) =>
        tensor(kernel, [shape.SmallChannels, shape.LargeChannels, 4, 4], requires_grad: true);

    private static long[] Pair((int Row, int Column) pair) => [pair.Row, pair.Column];

    private static void Everywhere(Func<Tensor[]> compute, float[][] expected, string what)
    {
        Kernel.Each(bits => Check($"{bits} bits"));
        Threads.Each(threads => Check($"{threads} threads"));

        void Check(string where)
        {
            using var scope = NewDisposeScope();
            var actual = compute();
            for (var i = 0; i < actual.Length; i++)
            {
                Bits.Equal(expected[i], actual[i].Values(), $"{what}, {where}, result {i}");
            }
        }
    }
}
