using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Operations;

/// <summary>Gradients of layers in the plainest form, bit for bit: what is summed in which order.</summary>
public class GradientOrderTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(600)]
    public void NormalizedRows(int count)
    {
        using var scope = NewDisposeScope();
        var (x, g) = (Samples.Numbers(count, 1), Samples.Numbers(count, 2));
        var (y, gradient) = Run(x, [1, count], g, nn.GroupNorm(1, count, affine: false).call);
        var mean = Naive.Sum(x) / count;
        var inverse = 1 / MathF.Sqrt((Naive.Sum(Array.ConvertAll(x, v => (v - mean) * (v - mean))) / count) + 1e-5f);
        var (meanOfGradient, slope) = (Naive.Sum(g) / count, Naive.Sum(Products(g, y)) / count);
        Bits.Equal([.. g.Select((v, i) => (v - meanOfGradient - (y[i] * slope)) * inverse)], gradient, "gradient");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(600)]
    public void SoftmaxAndItsLogarithm(int count)
    {
        using var scope = NewDisposeScope();
        var (x, g) = (Samples.Numbers(count, 1), Samples.Numbers(count, 2));
        var (y, gradient) = Run(x, [1, count], g, t => t.softmax(1));
        var sum = Naive.Sum(Products(g, y));
        Bits.Equal([.. g.Select((v, i) => y[i] * (v - sum))], gradient, "softmax");
        (y, gradient) = Run(x, [1, count], g, t => t.log_softmax(1));
        sum = Naive.Sum(g);
        Bits.Equal([.. g.Select((v, i) => v - (default(EveryLane<Exp>).Invoke(y[i]) * sum))], gradient, "log_softmax");
    }

    [Fact]
    public void WindowsAddInRowMajorOrder()
    {
        const int Size = 9, Kernel = 4, Windows = Size - Kernel + 1;
        using var scope = NewDisposeScope();
        var (x, g) = (Samples.Numbers(Size * Size, 1), Samples.Numbers(Windows * Windows, 2));
        var (means, largest) = (new float[Size * Size], new float[Size * Size]);
        for (var window = 0; window < g.Length; window++)
        {
            int[] places = [.. Enumerable.Range(0, Kernel * Kernel).Select(
                i => (((window / Windows) + (i / Kernel)) * Size) + (window % Windows) + (i % Kernel))];
            Array.ForEach(places, place => means[place] += g[window] / (Kernel * Kernel));
            largest[places.MaxBy(place => x[place])] += g[window];
        }

        Bits.Equal(means, Run(x, [1, 1, Size, Size], g, nn.AvgPool2d(Kernel, 1).call).Gradient, "average");
        Bits.Equal(largest, Run(x, [1, 1, Size, Size], g, nn.MaxPool2d(Kernel, 1).call).Gradient, "largest");
    }

    [Theory]
    [InlineData(5, 13)]
    [InlineData(13, 5)]
    public void PlacesBetweenPixels(int from, int to)
    {
        using var scope = NewDisposeScope();
        var (x, g) = (Samples.Numbers(from * from, 1), Samples.Numbers(to * to, 2));
        var step = (float)from / to;
        (int Lower, int Upper, float A, float B)[] places =
        [
            .. Enumerable.Range(0, to).Select(i =>
            {
                var position = MathF.Max(0, ((i + 0.5f) * step) - 0.5f);
                var lower = Math.Min((int)position, from - 1);
                return (lower, Math.Min(lower + 1, from - 1), 1 - (position - lower), position - lower);
            }),
        ];

        // Along columns, then along rows; gradients along rows, then along columns.
        var columns = new float[from * to];
        var (expected, alongRows, gradient) = (new float[to * to], new float[from * to], new float[from * from]);
        Each(from, to, (row, i) => columns[(row * to) + i] = (places[i].A * x[(row * from) + places[i].Lower]) + (
            places[i].B * x[(row * from) + places[i].Upper]));
        Each(to, to, (i, column) =>
        {
            var (lower, upper, a, b) = places[i];
            expected[(i * to) + column] = (a * columns[(lower * to) + column]) + (b * columns[(upper * to) + column]);
            alongRows[(lower * to) + column] += a * g[(i * to) + column];
            alongRows[(upper * to) + column] += b * g[(i * to) + column];
        });
        Each(from, to, (row, i) =>
        {
            gradient[(row * from) + places[i].Lower] += places[i].A * alongRows[(row * to) + i];
            gradient[(row * from) + places[i].Upper] += places[i].B * alongRows[(row * to) + i];
        });
        var (y, actual) = Run(x, [1, 1, from, from], g, nn.Upsample([to, to], mode: UpsampleMode.Bilinear).call);
        Bits.Equal(expected, y, "resized");
        Bits.Equal(gradient, actual, "gradient");
    }

    [Fact]
    public void ElementsPickedMoreThanOnce()
    {
        const int Times = 300;
        using var scope = NewDisposeScope();
        var g = Samples.Numbers(Times, 1);
        using var table = nn.Embedding(2, 1);
        table.call(zeros(Times, ScalarType.Int64)).backward([tensor(g, [Times, 1])]);
        Bits.Equal([Naive.Sum(g), 0], table.parameters().Single().grad!.Values(), "picked by a layer: a sum");
        var x = zeros(2).requires_grad_();
        x[zeros(Times, ScalarType.Int64)].backward([tensor(g)]);
        Bits.Equal([g.Aggregate(0f, (sum, v) => sum + v), 0], x.grad!.Values(), "picked by positions: place by place");
    }

    private static (float[] Result, float[] Gradient) Run(float[] x, long[] shape, float[] upstream, Func<Tensor, Tensor> layer)
    {
        var input = tensor(x, shape, requires_grad: true);
        var y = layer(input);
        y.backward([tensor(upstream, y.shape)]);
        return (y.contiguous().Values(), input.grad!.contiguous().Values());
    }

    private static float[] Products(float[] x, float[] y) => [.. x.Zip(y, (a, b) => a * b)];

    private static void Each(int rows, int columns, Action<int, int> body)
    {
        for (var i = 0; i < rows * columns; i++)
        {
            body(i / columns, i % columns);
        }
    }
}
