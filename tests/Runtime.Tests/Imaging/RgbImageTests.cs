using System.Security.Cryptography;
using Repro.Runtime.Imaging;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Imaging;

public class RgbImageTests
{
    [Fact]
    public void PngGivesBackThePixels()
    {
        var image = Tiny.Image(5);
        var read = PictureFile.Decode(image.ToPng());
        Assert.Equal((8, 8), (read.Width, read.Height));
        Assert.Equal(image.Pixels, read.Pixels);
        Assert.Equal(image.Hash, read.Hash);
    }

    [Fact]
    public void TheHashIsOverSizeAndPixels()
    {
        byte[] pixels = [1, 2, 3, 4, 5, 6];
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([2, 0, 0, 0, 1, 0, 0, 0, .. pixels])), new RgbImage(2, 1, pixels).Hash);
        Assert.NotEqual(new RgbImage(1, 2, pixels).Hash, new RgbImage(2, 1, pixels).Hash);
    }

    [Fact]
    public void PixelsMustFitTheSize() => Assert.Throws<ArgumentOutOfRangeException>(() => new RgbImage(2, 2, new byte[6]));
}
