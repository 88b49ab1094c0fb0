using Repro.Runtime.Imaging;
using Repro.Runtime.Metrics;

namespace Repro.Runtime.Tests.Metrics;

public class BlockMeansTests
{
    [Fact]
    public void ABlockIsTheMeanOfItsPixels()
    {
        // 16×16: blocks of 2×2. The value is the column in the first channel, the row in the second.
        var image = Enumerable.Range(0, 2 * 256).Select(i => (byte)(i < 256 ? i % 16 : i / 16 % 16)).ToArray();
        var means = BlockMeans.Of(new PixelImages(2, 16, 16, [image]))[0];
        Assert.Equal(2 * 64, means.Length);
        Assert.Equal([0.5, 2.5, 4.5, 6.5, 8.5, 10.5, 12.5, 14.5], means[..8]);
        Assert.Equal([0.5, 0.5, 2.5], [means[64], means[71], means[72]]);
    }

    [Fact]
    public void ASmallImageHasAMeanForEachPixel() =>
        Assert.Equal([1, 2, 3, 4, 5, 6], BlockMeans.Of(new PixelImages(1, 2, 3, [[1, 2, 3, 4, 5, 6]]))[0]);

    [Theory]
    [InlineData(9)]
    [InlineData(15)]
    [InlineData(17)]
    public void EveryPixelIsInOneBlock(int size)
    {
        // A single white pixel changes one mean, whose block has between 1 and 9 pixels.
        for (var at = 0; at < size * size; at++)
        {
            var image = new byte[size * size];
            image[at] = 252;
            var mean = Assert.Single(BlockMeans.Of(new PixelImages(1, size, size, [image]))[0], mean => mean > 0);
            Assert.Contains(252 / mean, new double[] { 1, 2, 4, 6, 9 });
        }
    }
}
