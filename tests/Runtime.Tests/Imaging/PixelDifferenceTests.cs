using Repro.Runtime.Imaging;

namespace Repro.Runtime.Tests.Imaging;

public class PixelDifferenceTests
{
    private static readonly RgbImage Before = new(2, 2, [0, 0, 0, 10, 20, 30, 255, 255, 255, 7, 7, 7]);
    private static readonly RgbImage After = new(2, 2, [0, 0, 0, 12, 20, 25, 255, 255, 205, 7, 7, 7]);

    [Fact]
    public void ChangedPixelsAreCountedAndTheLargestChangeOfEachChannelKept() =>
        Assert.Equal(new PixelDifference(2, 4, 2, 0, 50), PixelDifference.Between(Before, After));

    [Fact]
    public void TheLargestChangeBecomesTheBrightest()
    {
        var difference = PixelDifference.Between(After, Before);
        Assert.Equal(5.1, difference.Gain);
        Assert.Equal([0, 0, 0, 10, 0, 26, 0, 0, 255, 0, 0, 0], difference.Amplified(After, Before).Pixels.ToArray());
    }

    [Fact]
    public void TheSameIsBlack()
    {
        var difference = PixelDifference.Between(Before, Before);
        Assert.Equal((0L, 0, 1.0), (difference.Changed, difference.Largest, difference.Gain));
        Assert.All(difference.Amplified(Before, Before).Pixels.ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void OtherSizesCannotBeCompared() =>
        Assert.Throws<ArgumentException>(() => PixelDifference.Between(Before, new RgbImage(1, 4, new byte[12])));
}
