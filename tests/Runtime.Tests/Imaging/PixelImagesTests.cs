using Repro.Runtime.Imaging;
using Repro.Runtime.Tests.Fixtures;
using static TorchSharp.torch;

namespace Repro.Runtime.Tests.Imaging;

public class PixelImagesTests
{
    [Fact]
    public void TheImagesOfADataSetAreItsBytes()
    {
        using var data = Tiny.Data(2);
        var pixels = PixelImages.Of(data.Images);
        Assert.Equal((3, 8, 8, 2), (pixels.Channels, pixels.Height, pixels.Width, pixels.Count));
        var interleaved = Tiny.Image(1).Pixels.ToArray();
        Assert.Equal([.. Enumerable.Range(0, 3 * 64).Select(i => interleaved[(i % 64 * 3) + (i / 64)])], pixels[1].ToArray());
    }

    [Fact]
    public void ATensorGivesBackTheBytes()
    {
        var pixels = new PixelImages(1, 16, 16, [[.. Enumerable.Range(0, 256).Select(value => (byte)value)]]);
        using var images = PixelSets.ToTensor(pixels);
        Assert.Equal(pixels[0], PixelImages.Of(images)[0]);
    }

    [Fact]
    public void ValuesOutsideTheRangeAreCutOff()
    {
        using var images = tensor([-1f, 0.5f, 2f, float.NaN]).reshape(1, 1, 2, 2);
        Assert.Equal([0, 128, 255, 0], PixelImages.Of(images)[0].ToArray());
    }

    [Fact]
    public void SlicesAndJoinsKeepTheOrder()
    {
        var joined = PixelImages.Join([PixelSets.Flat(1, 2, 3).Slice(1, 2), PixelSets.Flat(9)]);
        Assert.Equal([2, 3, 9], Enumerable.Range(0, joined.Count).Select(i => joined[i][0]));
    }

    [Fact]
    public void AnImageOfAnotherSizeIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PixelImages(3, 2, 2, [new byte[11]]));
}
