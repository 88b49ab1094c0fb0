using Repro.Engine.Tensors;
using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Tensors;

/// <summary>Copies between layouts whose neighbouring elements lie along different axes.</summary>
public class TransposingCopyTests
{
    public static TheoryData<long, long, long, long> Shapes => new()
    {
        { 1, 3, 5, 7 }, { 2, 4, 4, 4 }, { 3, 17, 3, 9 }, { 2, 33, 16, 16 }, { 5, 64, 8, 8 }, { 1, 300, 11, 13 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void ImagesKeepTheirValuesThereAndBack(long images, long channels, long rows, long columns)
    {
        long[] sizes = [images, channels, rows, columns];
        var values = Samples.Numbers((int)(images * channels * rows * columns), 5);
        Threads.Each(_ =>
        {
            using var scope = NewDisposeScope();
            var last = Copy.To(tensor(values, sizes), Layout.ChannelsLast(sizes));
            Assert.Equal(Layout.ChannelsLast(sizes), last.Strides);
            Bits.Equal(Naive(values, sizes), last.permute(0, 2, 3, 1).contiguous().Values(), "channels-last");
            Bits.Equal(values, Copy.RowMajor(last).Values(), "and back");
        });
    }

    /// <summary>Images × rows × columns × channels.</summary>
    private static float[] Naive(float[] values, long[] sizes)
    {
        var (channels, pixels) = ((int)sizes[1], (int)(sizes[2] * sizes[3]));
        var result = new float[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var (image, rest) = Math.DivRem(i, channels * pixels);
            var (channel, pixel) = Math.DivRem(rest, pixels);
            result[(((image * pixels) + pixel) * channels) + channel] = values[i];
        }

        return result;
    }

    // The operands of an operation may be laid out differently from each other.
    [Fact]
    public void MixedLayoutsGiveTheBitsOfOneLayout()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (Samples.Tensor(1, 3, 5, 9, 10), Samples.Tensor(2, 3, 5, 9, 10));
        var expected = (x - y).Values();
        Bits.Equal(expected, (x - ChannelsLast(y)).contiguous().Values(), "second channels-last");
        Bits.Equal(expected, (ChannelsLast(x) - y).contiguous().Values(), "first channels-last");

        static Tensor ChannelsLast(Tensor t) => Copy.To(t, Layout.ChannelsLast(t.shape));
    }
}
