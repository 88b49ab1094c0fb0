using Repro.Engine.Kernels.Reductions;
using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Kernels;

/// <summary>Sums and means beside the contract's tree (rule 3), bit for bit.</summary>
public class SumTests
{
    /// <summary>Every length of one block and a little more, then those around two blocks, 256 blocks and more.</summary>
    private static readonly int[] Lengths = [.. Enumerable.Range(0, 258), 511, 512, 513, 4095, 65535, 65536, 65537, 200_003];

    [Fact]
    public void SumsOfRowsKeepTheTree()
    {
        foreach (var length in Lengths)
        {
            using var scope = NewDisposeScope();
            var x = Samples.Numbers(length, length);
            Bits.Equal(Naive.Sum(x), tensor(x).sum().item<float>(), $"{length} numbers");
        }
    }

    // Which processors without vectors use.
    [Fact]
    public void ThePlainFormOfABlockKeepsTheOrder()
    {
        for (var length = 0; length <= 256; length++)
        {
            var x = Samples.Numbers(length, length);
            Bits.Equal(Naive.Sum(x), RowSum.BlockReference(x), $"{length} numbers");
        }
    }

    [Fact]
    public void SumsOfColumnsKeepTheTreeOfRows()
    {
        foreach (var length in Lengths.Where(length => length <= 4095))
        {
            using var scope = NewDisposeScope();
            var columns = (length % 19) + 1;
            var x = Samples.Numbers(length * columns, length);
            var expected = Enumerable.Range(0, columns).Select(
                c => Naive.Sum([.. Enumerable.Range(0, length).Select(r => x[(r * columns) + c])])).ToArray();
            Bits.Equal(expected, tensor(x, [length, columns]).sum(0L).Values(), $"{columns} columns of {length} numbers");
        }
    }

    [Fact]
    public void ThreadsDoNotMatter()
    {
        using var scope = NewDisposeScope();
        var x = Samples.Tensor(1, 700, 531);
        var values = x.Values();
        var (all, rows, columns) = (Naive.Sum(values), x.sum(1).Values(), x.sum(0L).Values());
        Threads.Each(threads =>
        {
            Bits.Equal(all, x.sum().item<float>(), $"{threads} threads");
            Bits.Equal(rows, x.sum(1).Values(), $"rows, {threads} threads");
            Bits.Equal(columns, x.sum(0L).Values(), $"columns, {threads} threads");
        });
    }

    // Whatever the strides and whichever kernel sums: the order is row-major in the axes that are summed over.
    [Fact]
    public void ElementsAreTakenInRowMajorOrderOfTheAxesSummed()
    {
        var random = new System.Random(4);
        for (var round = 0; round < 80; round++)
        {
            using var scope = NewDisposeScope();
            long[] order = [.. Enumerable.Range(0, 4).Select(d => (long)d).OrderBy(_ => random.Next())];
            var x = Samples.Tensor(round, random.Next(1, 9), random.Next(1, 9), random.Next(1, 9), random.Next(1, 9)).permute(order);
            long[] axes = [.. Enumerable.Range(0, 4).Select(d => (long)d).Where(_ => random.Next(2) == 0)];
            if (axes.Length == 0)
            {
                continue;
            }

            long[] kept = [.. Enumerable.Range(0, 4).Select(d => (long)d).Except(axes)];
            var count = (int)axes.Aggregate(1L, (product, axis) => product * x.shape[axis]);
            var rows = x.permute([.. kept, .. axes]).Values().Chunk(count).ToArray();
            Bits.Equal([.. rows.Select(row => Naive.Sum(row))], x.sum(axes).Values(), $"sum, round {round}");
            Bits.Equal([.. rows.Select(row => Naive.Sum(row) / count)], x.mean(axes).Values(), $"mean, round {round}");
            Assert.Equal([.. x.shape.Select((size, d) => axes.Contains(d) ? 1 : size)], x.sum(axes, keepdim: true).shape);
        }
    }

    [Fact]
    public void GradientsOfBroadcastOperandsAreSummedOverAllAxesAtOnce()
    {
        using var scope = NewDisposeScope();
        var x = Samples.Tensor(1, 5, 1).requires_grad_();
        var upstream = Samples.Tensor(2, 40, 5, 17);
        (x + zeros(40, 5, 17)).backward([upstream]);
        var rows = upstream.permute(1, 0, 2).Values().Chunk(40 * 17);
        Bits.Equal([.. rows.Select(row => Naive.Sum(row))], x.grad!.Values(), "gradient");
    }

    [Fact]
    public void SumsStartFromPlusZero()
    {
        using var scope = NewDisposeScope();
        Bits.Equal(0f, tensor(new[] { -0f, -0f }).sum().item<float>(), "−0 + −0");
        Bits.Equal(0f, zeros(0).sum().item<float>(), "nothing");
        Assert.True(float.IsNaN(zeros(0).mean().item<float>()));
        Bits.Equal(3f, tensor(3f).sum().item<float>(), "a single number");
    }

    [Fact]
    public void AxesOutsideAndOtherTypesAreRefused()
    {
        using var scope = NewDisposeScope();
        Assert.Contains(
            "sum: axis 2 is outside −2…1", Assert.Throws<ArgumentOutOfRangeException>(() => zeros(2, 3).sum(2)).Message,
            StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => zeros(2).sum(ScalarType.Float64));
    }
}
