using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.PixelFormats;

namespace Repro.Compat.Tests.ImageSharp;

public sealed class PngEncoderTests
{
    public static TheoryData<PngFilterMethod?, PngCompressionLevel> Settings { get; } = AllSettings();

    [Theory]
    [MemberData(nameof(Settings))]
    public void RandomPixelsComeBack(PngFilterMethod? filter, PngCompressionLevel level)
    {
        var random = new Random(1);
        var encoder = new PngEncoder { FilterMethod = filter, CompressionLevel = level };
        for (int i = 0; i < 10; i++)
        {
            Size size = new(random.Next(1, 40), random.Next(1, 40));
            AssertComesBack<Rgba32>(random, size, encoder, PngColorType.RgbWithAlpha);
            AssertComesBack<Rgb24>(random, size, encoder, PngColorType.Rgb);
            AssertComesBack<L8>(random, size, encoder, PngColorType.Grayscale);
        }
    }

    [Theory]
    [InlineData(PngColorType.Grayscale, 147, 147, 147, 255)]
    [InlineData(PngColorType.GrayscaleWithAlpha, 147, 147, 147, 40)]
    [InlineData(PngColorType.Rgb, 10, 200, 30, 255)]
    [InlineData(PngColorType.RgbWithAlpha, 10, 200, 30, 40)]
    public void TheColourTypeDecidesWhatIsKept(PngColorType type, byte r, byte g, byte b, byte a)
    {
        using var image = new Image<Rgba32>(1, 1, new Rgba32(10, 200, 30, 40));

        byte[] file = Encode(image, new PngEncoder { ColorType = type, BitDepth = PngBitDepth.Bit8 });

        Assert.Equal((byte)type, file[25]);
        Assert.Equal(new Rgba32(r, g, b, a), Image.Load<Rgba32>(file)[0, 0]);
    }

    [Fact]
    public void TheSameImageGivesTheSameBytes()
    {
        using Image<Rgb24> image = Random<Rgb24>(new Random(2), new Size(64, 64));

        Assert.Equal(Encode(image, new PngEncoder()), Encode(image.Clone(), new PngEncoder()));
    }

    [Fact]
    public void WhatCannotBeWrittenIsNotSupported()
    {
        using var image = new Image<Rgb24>(1, 1);

        Assert.Throws<NotSupportedException>(() => Encode(image, new PngEncoder { BitDepth = PngBitDepth.Bit16 }));
        Assert.Throws<NotSupportedException>(() => Encode(image, new PngEncoder { ColorType = PngColorType.Palette }));
    }

    [Fact]
    public void AFileIsCreatedOrOverwrittenAndItsExtensionDecides()
    {
        string folder = Directory.CreateTempSubdirectory("repro-images-").FullName;
        try
        {
            string path = Path.Combine(folder, "image.PNG");
            using var large = new Image<Rgb24>(50, 50, new Rgb24(1, 2, 3));
            using var small = new Image<Rgb24>(1, 2, new Rgb24(4, 5, 6));
            large.Save(path);
            small.SaveAsPng(path);

            Assert.Equal(new Size(1, 2), Image.Identify(path).Size);
            Assert.Equal(new Rgb24(4, 5, 6), Image.Load<Rgb24>(path)[0, 1]);
            Assert.Throws<UnknownImageFormatException>(() => small.Save(Path.Combine(folder, "image.bmp")));
            Assert.Throws<DirectoryNotFoundException>(() => small.Save(Path.Combine(folder, "none", "image.png")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void AssertComesBack<TPixel>(Random random, Size size, PngEncoder encoder, PngColorType naturalType)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        using Image<TPixel> image = Random<TPixel>(random, size);
        byte[] file = Encode(image, encoder);
        using Image<TPixel> read = Image.Load<TPixel>(file);

        Assert.Equal((byte)naturalType, file[25]);
        Assert.Equal(size, read.Size);
        Assert.Equal(Pixels(image), Pixels(read));
    }

    private static byte[] Encode(Image image, PngEncoder encoder)
    {
        using var stream = new MemoryStream();
        image.SaveAsPng(stream, encoder);
        return stream.ToArray();
    }

    private static Image<TPixel> Random<TPixel>(Random random, Size size)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        var image = new Image<TPixel>(size.Width, size.Height);
        image.ProcessPixelRows(accessor =>
        {
            for (int y = 0; y < accessor.Height; y++)
            {
                foreach (ref TPixel pixel in accessor.GetRowSpan(y))
                {
                    pixel.FromRgba32(
                        new Rgba32((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256)));
                }
            }
        });
        return image;
    }

    private static TPixel[] Pixels<TPixel>(Image<TPixel> image)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        var pixels = new TPixel[image.Width * image.Height];
        image.CopyPixelDataTo(pixels);
        return pixels;
    }

    private static TheoryData<PngFilterMethod?, PngCompressionLevel> AllSettings()
    {
        var settings = new TheoryData<PngFilterMethod?, PngCompressionLevel>();
        foreach (PngFilterMethod? filter in Enum.GetValues<PngFilterMethod>().Select(value => (PngFilterMethod?)value).Prepend(null))
        {
            for (PngCompressionLevel level = PngCompressionLevel.Level0; level <= PngCompressionLevel.Level9; level++)
            {
                settings.Add(filter, level);
            }
        }

        return settings;
    }
}
