using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace Repro.Compat.Tests.ImageSharp;

public sealed class ProcessingTests
{
    [Fact]
    public void CroppingKeepsTheRectangle()
    {
        Image<L8> image = Image.LoadPixelData<L8>([1, 2, 3, 4, 5, 6, 7, 8, 9], 3, 3);

        Image<L8> corner = image.Clone(x => x.Crop(2, 1));
        image.Mutate(x => x.Crop(new Rectangle(1, 1, 2, 2)));

        Assert.Equal([1, 2], [corner[0, 0].PackedValue, corner[1, 0].PackedValue]);
        Assert.Equal(new Size(2, 2), image.Size);
        Assert.Equal([5, 6, 8, 9], [image[0, 0].PackedValue, image[1, 0].PackedValue, image[0, 1].PackedValue, image[1, 1].PackedValue]);
    }

    [Theory]
    [InlineData(-1, 0, 1, 1)]
    [InlineData(0, 0, 4, 1)]
    [InlineData(2, 2, 1, 2)]
    [InlineData(0, 0, 0, 1)]
    [InlineData(1, 1, int.MaxValue, 1)]
    public void ARectangleOutsideIsRefused(int x, int y, int width, int height) =>
        Assert.ThrowsAny<ArgumentException>(() => new Image<L8>(3, 3).Mutate(c => c.Crop(new Rectangle(x, y, width, height))));

    /// <summary>On an opaque background: (c·a + b·(255 − a)) / 255 to the nearest, which is never halfway.</summary>
    [Fact]
    public void ABackgroundShowsThroughInProportion()
    {
        var random = new Random(1);
        var background = new Rgba32(255, 128, 3);
        for (int alpha = 0; alpha < 256; alpha++)
        {
            var pixel = new Rgba32((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256), (byte)alpha);
            using var image = new Image<Rgba32>(1, 1, pixel);
            image.Mutate(x => x.BackgroundColor(background));

            var expected = new Rgba32(Mix(pixel.R, 255, alpha), Mix(pixel.G, 128, alpha), Mix(pixel.B, 3, alpha));
            Assert.Equal(expected, image[0, 0]);
        }

        static byte Mix(int color, int behind, int alpha) => (byte)(((2 * ((color * alpha) + (behind * (255 - alpha)))) + 255) / 510);
    }

    [Fact]
    public void ATransparentBackgroundChangesNothingThatIsSeen()
    {
        using Image<Rgba32> image = Image.LoadPixelData<Rgba32>([new Rgba32(10, 20, 30, 40), new Rgba32(10, 20, 30, 0)], 2, 1);

        image.Mutate(x => x.BackgroundColor(Color.Transparent));

        Assert.Equal(new Rgba32(10, 20, 30, 40), image[0, 0]);
        Assert.Equal(default, image[1, 0]);
    }

    [Theory]
    [InlineData(0, 0, new[] { 7, 8, 0, 7, 8, 0, 0, 0, 0 })]
    [InlineData(2, 1, new[] { 0, 0, 0, 0, 0, 7, 0, 0, 7 })]
    [InlineData(-1, -1, new[] { 8, 0, 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData(5, 0, new[] { 0, 0, 0, 0, 0, 0, 0, 0, 0 })]
    [InlineData(int.MaxValue, int.MinValue, new[] { 0, 0, 0, 0, 0, 0, 0, 0, 0 })]
    public void AnImageIsDrawnAtItsPlace(int x, int y, int[] expected)
    {
        using var image = new Image<L8>(3, 3);
        using Image<Rgb24> drawn = Image.LoadPixelData<L8>([7, 8, 7, 8], 2, 2).CloneAs<Rgb24>();

        image.Mutate(c => c.DrawImage(drawn, new Point(x, y), 1));

        var bytes = new byte[9];
        image.CopyPixelDataTo(bytes);
        Assert.Equal(expected, bytes.Select(value => (int)value));
    }

    [Fact]
    public void OpacityWeakensWhatIsDrawn()
    {
        using Image image = new Image<L8>(1, 1, new L8(100));
        using var white = new Image<L8>(1, 1, new L8(200));

        image.Mutate(x => x.DrawImage(white, 0.25f));

        Assert.Equal(new L8(125), image.CloneAs<L8>()[0, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => image.Mutate(x => x.DrawImage(white, 1.5f)));
    }
}
