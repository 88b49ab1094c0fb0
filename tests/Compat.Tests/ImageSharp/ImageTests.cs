using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.PixelFormats;

namespace Repro.Compat.Tests.ImageSharp;

public sealed class ImageTests
{
    [Fact]
    public void ANewImageHasDefaultPixelsOrTheBackground()
    {
        using var empty = new Image<Rgba32>(3, 2);
        using var white = new Image<Rgb24>(3, 2, Color.White);

        Assert.Equal(default, empty[2, 1]);
        Assert.Equal(new Rgb24(255, 255, 255), white[2, 1]);
        Assert.Null(empty.Metadata.DecodedImageFormat);
        Assert.Equal(new Rectangle(0, 0, 3, 2), empty.Bounds);
        Assert.Equal("Image<Rgba32>: 3x2", empty.ToString());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(-1, 1)]
    public void ASizeIsPositive(int width, int height) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Image<Rgb24>(width, height));

    [Fact]
    public void ASizeIsWithinTheLimit() =>
        Assert.Throws<InvalidMemoryOperationException>(() => new Image<Rgba32>(50000, 50000));

    [Fact]
    public void PixelsOutsideAreRefused()
    {
        using var image = new Image<L8>(3, 2);

        foreach ((int x, int y) in new[] { (-1, 0), (3, 0), (0, -1), (0, 2) })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => image[x, y]);
            Assert.Throws<ArgumentOutOfRangeException>(() => image[x, y] = default);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => image.ProcessPixelRows(accessor => accessor.GetRowSpan(2)));
    }

    [Fact]
    public void RowsAreInOrderAndHoldThePixels()
    {
        using Image<L8> image = Image.LoadPixelData<L8>([1, 2, 3, 4, 5, 6, 99], 3, 2);

        image.ProcessPixelRows(accessor =>
        {
            Assert.Equal((3, 2), (accessor.Width, accessor.Height));
            accessor.GetRowSpan(1)[2] = new L8(7);
        });

        var bytes = new byte[6];
        image.CopyPixelDataTo(bytes);
        Assert.Equal<byte>([1, 2, 3, 4, 5, 7], bytes);
        Assert.Equal(new L8(7), image[2, 1]);
    }

    [Fact]
    public void DataThatDoesNotFitIsRefused()
    {
        using var image = new Image<Rgb24>(2, 2);

        Assert.Throws<ArgumentOutOfRangeException>(() => Image.LoadPixelData<Rgb24>(new byte[11], 2, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Image.LoadPixelData<Rgb24>(new Rgb24[3], 2, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => image.CopyPixelDataTo(new byte[11]));
        Assert.Throws<ArgumentOutOfRangeException>(() => image.CopyPixelDataTo(new Rgb24[3]));
    }

    [Fact]
    public void ACloneHasPixelsOfItsOwn()
    {
        using var image = new Image<Rgba32>(1, 1, new Rgba32(1, 2, 3, 4));
        using Image<Rgba32> clone = image.Clone();
        using Image<Rgb24> other = image.CloneAs<Rgb24>();
        image[0, 0] = default;

        Assert.Equal(new Rgba32(1, 2, 3, 4), clone[0, 0]);
        Assert.Equal(new Rgb24(1, 2, 3), other[0, 0]);
    }

    [Fact]
    public void ADisposedImageHasNoPixels()
    {
        var image = new Image<L8>(1, 1);
        image.Dispose();
        image.Dispose();

        Assert.Throws<ObjectDisposedException>(() => image[0, 0]);
        Assert.Throws<ObjectDisposedException>(() => image.SaveAsPng(new MemoryStream()));
    }
}
