using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Kernels.Reductions;
using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Operations;

/// <summary>
/// The formulas of layers in the plainest form, bit for bit: which numbers are summed in which order (rule 3), and what is rounded where.
/// </summary>
public class LayerOrderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(700)]
    [InlineData(70_000)]
    public unsafe void OneRowIsSummedAsRowsAre(int count)
    {
        var x = Samples.Numbers(count, count);
        fixed (float* row = x)
        {
            Bits.Equal(Naive.Sum(x), RowSum.Of(row, count), $"{count} numbers");
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(257)]
    [InlineData(600)]
    public void SoftmaxAndItsLogarithm(int count)
    {
        using var scope = NewDisposeScope();
        var x = Samples.Numbers(count, 2);
        var differences = Array.ConvertAll(x, v => v - x.Max());
        var powers = Array.ConvertAll(differences, default(EveryLane<Exp>).Invoke);
        var sum = Naive.Sum(powers);
        Bits.Equal(Array.ConvertAll(powers, p => p / sum), tensor(x, [1, count]).softmax(1).Values(), "softmax");
        Bits.Equal(
            Array.ConvertAll(differences, d => d - default(EveryLane<Log>).Invoke(sum)), tensor(x, [count, 1]).log_softmax(0).Values(),
            "log_softmax");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(600)]
    public void LayerAndGroupNorm(int count)
    {
        using var scope = NewDisposeScope();
        var (x, weight, bias) = (Samples.Numbers(count, 2), Samples.Numbers(count, 3), Samples.Numbers(count, 4));
        var mean = Naive.Sum(x) / count;
        var centered = Array.ConvertAll(x, v => v - mean);
        var inverse = 1 / MathF.Sqrt((Naive.Sum(Array.ConvertAll(centered, c => c * c)) / count) + 1e-5f);
        var normalized = Array.ConvertAll(centered, c => c * inverse);
        var layer = nn.LayerNorm(count);
        using (no_grad())
        {
            layer.weight!.copy_(tensor(weight));
            layer.bias!.copy_(tensor(bias));
        }

        Bits.Equal([.. normalized.Select((n, i) => (n * weight[i]) + bias[i])], layer.call(tensor(x, [1, count])).Values(), "layer norm");
        Bits.Equal(normalized, nn.GroupNorm(1, count, affine: false).call(tensor(x, [1, count])).Values(), "group norm");
    }

    [Fact]
    public void MeansOfWindows()
    {
        using var scope = NewDisposeScope();
        const int Size = 20;
        var x = Samples.Numbers(Size * Size, 5);
        var window = Enumerable.Range(0, 17 * 17).Select(i => x[(((i / 17) + 2) * Size) + (i % 17) + 1]).ToArray();
        var y = nn.AvgPool2d(17, 1).call(tensor(x, [1, 1, Size, Size]));
        Bits.Equal(Naive.Sum(window) / (17 * 17), y.Values()[(2 * 4) + 1], "window at row 2, column 1");
        Bits.Equal(Naive.Sum(x) / (Size * Size), nn.AdaptiveAvgPool2d(1).call(tensor(x, [1, 1, Size, Size])).item<float>(), "whole image");
    }

    [Fact]
    public void LayoutsOfTheInputChangeNothing()
    {
        using var scope = NewDisposeScope();
        var x = Samples.Tensor(6, 2, 6, 7, 5);
        var strided = x.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
        Assert.False(strided.is_contiguous());
        foreach (var layer in new nn.Module<Tensor, Tensor>[]
        {
            nn.MaxPool2d(3, 2, 1), nn.AvgPool2d(3, 2, 1), nn.AdaptiveAvgPool2d((3, 2)), nn.GroupNorm(2, 6), nn.LayerNorm([6, 7, 5]),
            nn.Softmax(2),
            nn.Upsample([9, 4], mode: UpsampleMode.Bilinear), nn.GELU(), nn.Conv2d(6, 4, 3, groups: 2),
        })
        {
            Bits.Equal(layer.call(x).contiguous().Values(), layer.call(strided).contiguous().Values(), layer.GetName());
        }
    }
}
