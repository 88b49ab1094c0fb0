using Repro.Runtime.Imaging;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Imaging;

public class ImageGridTests
{
    [Fact]
    public void GrayImagesAreDrawnInGray()
    {
        using var images = TorchSharp.torch.tensor([0f, 0.5f, 1f, 0.2f]).reshape(1, 1, 2, 2);
        var grid = ImageGrid.Draw([PixelImages.Of(images)]);
        Assert.Equal((6, 6), (grid.Width, grid.Height));
        Assert.Equal([0, 0, 0, 128, 128, 128], grid.Pixels.Slice(3 * ((2 * 6) + 2), 6).ToArray());
        Assert.Equal([255, 255, 255, 51, 51, 51], grid.Pixels.Slice(3 * ((3 * 6) + 2), 6).ToArray());
    }

    [Fact]
    public void ImagesStandInRowsOnWhiteWithAMargin()
    {
        using var data = Tiny.Data(3);
        var images = PixelImages.Of(data.Images);
        var grid = ImageGrid.Draw([images.Slice(0, 2), images.Slice(2, 1)]);
        Assert.Equal((2 + 10 + 10, 2 + 10 + 10), (grid.Width, grid.Height));
        var seen = new bool[grid.Width * grid.Height];
        foreach (var (number, left, top) in ((int, int, int)[])[(0, 2, 2), (1, 12, 2), (2, 2, 12)])
        {
            var image = Tiny.Image(number);
            for (var y = 0; y < 8; y++)
            {
                for (var x = 0; x < 8; x++)
                {
                    var at = ((top + y) * grid.Width) + left + x;
                    Assert.Equal(image.Pixels.Slice(3 * ((y * 8) + x), 3), grid.Pixels.Slice(3 * at, 3));
                    seen[at] = true;
                }
            }
        }

        for (var at = 0; at < seen.Length; at++)
        {
            Assert.True(seen[at] || grid.Pixels.Slice(3 * at, 3).SequenceEqual((byte[])[255, 255, 255]));
        }
    }
}
