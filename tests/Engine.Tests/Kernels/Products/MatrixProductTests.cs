using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Kernels.Products;

/// <summary>Matrix products and linear layers beside the contract's order (rule 2), bit for bit.</summary>
public class MatrixProductTests
{
    /// <summary>Depths around the ends of blocks; rows and columns around the ends of tiles of 8 × 32.</summary>
    public static TheoryData<int, int, int> Shapes => new()
    {
        { 1, 1, 1 }, { 1, 255, 33 }, { 7, 256, 31 }, { 8, 257, 32 }, { 9, 511, 1 }, { 16, 512, 64 }, { 17, 513, 65 }, { 130, 3, 5 },
        { 2, 1000, 530 }, { 33, 16, 97 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void ProductsKeepTheOrder(int m, int k, int n)
    {
        var (left, right) = (Samples.Numbers(m * k, 1), Samples.Numbers(k * n, 2));
        var expected = Expected(m, k, n, left, right);
        using var scope = NewDisposeScope();
        var (a, b) = (tensor(left, [m, k]), tensor(right, [k, n]));
        var (at, bt) = (a.t().contiguous().t(), b.t().contiguous().t());
        Kernel.Each(bits =>
        {
            Bits.Equal(expected, a.mm(b).Values(), $"{bits} bits");
            Bits.Equal(expected, at.mm(bt).Values(), $"{bits} bits, transposed operands");
        });
        Threads.Each(threads => Bits.Equal(expected, a.mm(b).Values(), $"{threads} threads"));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void LinearAddsItsBiasLastAndItsGradientsKeepTheOrder(int rows, int inputs, int outputs)
    {
        using var scope = NewDisposeScope();
        var (x, w) = (Samples.Tensor(3, rows, inputs).requires_grad_(), Samples.Tensor(4, outputs, inputs).requires_grad_());
        var bias = Samples.Tensor(5, outputs).requires_grad_();
        var upstream = Samples.Numbers(rows * outputs, 6);
        var y = nn.functional.linear(x, w, bias);
        y.backward([tensor(upstream, y.shape)]);

        var product = Expected(rows, inputs, outputs, x.Values(), w.t().Values());
        var b = bias.Values();
        Bits.Equal([.. product.Select((total, i) => total + b[i % outputs])], y.Values(), "output");
        Bits.Equal(Expected(rows, outputs, inputs, upstream, w.Values()), x.grad!.Values(), "gradient of the input, over outputs");
        Bits.Equal(
            Expected(outputs, rows, inputs, tensor(upstream, y.shape).t().Values(), x.Values()), w.grad!.Values(),
            "gradient of the weight, over rows");
        Bits.Equal([.. Enumerable.Range(0, outputs).Select(o => Naive.Sum(
            [.. Enumerable.Range(0, rows).Select(r => upstream[(r * outputs) + o])]))], bias.grad!.Values(), "gradient of the bias");
    }

    [Fact]
    public void TotalsStartFromPlusZero()
    {
        using var scope = NewDisposeScope();
        Bits.Equal(0f, tensor(new[] { -0f }, [1, 1]).mm(tensor(new[] { 1f }, [1, 1])).item<float>(), "−0 · 1");
        Bits.Equal(0f, nn.functional.linear(ones(1, 1), zeros(1, 1), tensor(new[] { -0f })).item<float>(), "+0 and a bias of −0");
    }

    // 10⁻³⁰ · −10⁻³⁰ is rounded to −0, and so is a whole chain of such products.
    [Theory]
    [InlineData(8, 1, 32)]
    [InlineData(9, 600, 33)]
    public void AChainOfMinusZerosAddsUpToPlusZero(int m, int k, int n)
    {
        using var scope = NewDisposeScope();
        var (left, right) = (full([m, k], 1e-30f), full([k, n], -1e-30f));
        Kernel.Each(bits => Bits.Equal(new float[m * n], left.mm(right).Values(), $"{bits} bits"));
    }

    [Fact]
    public void InfinitiesAndNotANumbersGoThrough()
    {
        using var scope = NewDisposeScope();
        var (left, right) = (Samples.WithSpecial(9 * 300, 1), Samples.WithSpecial(300 * 35, 2));
        Kernel.Each(bits => Bits.Equal(
            Expected(9, 300, 35, left, right), tensor(left, [9, 300]).mm(tensor(right, [300, 35])).Values(), $"{bits} bits"));
    }

    [Fact]
    public void AxesOfLengthZero()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([0, 3], zeros(0, 4).mm(zeros(4, 3)).shape);
        Bits.Equal(new float[6], ones([2, 0]).mm(ones([0, 3])).Values(), "sum of nothing");
        Bits.Equal([5, 6, 5, 6], nn.functional.linear(ones([2, 0]), ones([2, 0]), tensor(new float[] { 5, 6 })).Values(), "the bias alone");
    }

    [Fact]
    public void AStridedBiasIsReadByItsStrides()
    {
        using var scope = NewDisposeScope();
        var bias = tensor(new float[] { 1, -7, 2, -7 }).slice(0, 0, 4, 2);
        Bits.Equal([1, 2], nn.functional.linear(zeros(1, 3), zeros(2, 3), bias).Values(), "bias");
    }

    [Fact]
    public void LinearTakesAnyNumberOfLeadingAxes()
    {
        using var scope = NewDisposeScope();
        var (x, w) = (Samples.Tensor(1, 2, 3, 4), Samples.Tensor(2, 5, 4));
        var y = nn.functional.linear(x, w);
        Assert.Equal([2, 3, 5], y.shape);
        Bits.Equal(nn.functional.linear(x.view(6, 4), w).Values(), y.Values(), "flattened");
        Assert.Equal([5], nn.functional.linear(x.select(0, 0).select(0, 0), w).shape);
    }

    [Fact]
    public void MisfitsAreNamed()
    {
        using var scope = NewDisposeScope();
        Assert.Contains(
            "mm: shapes [2, 3] and [4, 5]", Assert.Throws<ArgumentException>(() => zeros(2, 3).mm(zeros(4, 5))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "linear: input [2, 3], weights [5, 4]",
            Assert.Throws<ArgumentException>(() => nn.functional.linear(zeros(2, 3), zeros(5, 4))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "bias [4]", Assert.Throws<ArgumentException>(() => nn.functional.linear(zeros(2, 3), zeros(5, 3), zeros(4))).Message,
            StringComparison.Ordinal);
    }

    private static float[] Expected(int m, int k, int n, float[] left, float[] right)
    {
        var result = new float[m * n];
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var (row, column) = (i, j);
                result[(i * n) + j] = Naive.Product(k, d => (left[(row * k) + d], right[(d * n) + column]));
            }
        }

        return result;
    }
}
