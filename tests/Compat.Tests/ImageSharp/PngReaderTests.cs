using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.PixelFormats;

namespace Repro.Compat.Tests.ImageSharp;

public sealed class PngReaderTests
{
    public static TheoryData<int, int> Kinds { get; } = new()
    {
        { 0, 1 }, { 0, 2 }, { 0, 4 }, { 0, 8 }, { 0, 16 },
        { 2, 8 }, { 2, 16 },
        { 3, 1 }, { 3, 2 }, { 3, 4 }, { 3, 8 },
        { 4, 8 }, { 4, 16 },
        { 6, 8 }, { 6, 16 },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void RandomPixelsOfEveryKindAreRead(int colorType, int bitDepth)
    {
        var random = new Random(100 * colorType + bitDepth);
        for (int i = 0; i < 40; i++)
        {
            PngSample sample = PngSample.Random(random, random.Next(1, 20), random.Next(1, 20), colorType, bitDepth) with
            {
                Interlaced = i % 2 == 1,
                LongestChunk = random.Next(1, 200),
            };
            AssertReads(sample);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryFilterAndEverySmallSizeIsRead(int colorType, int bitDepth)
    {
        var random = new Random(1);
        for (int side = 1; side <= 9; side++)
        {
            for (int filter = 0; filter < 5; filter++)
            {
                PngSample sample = PngSample.Random(random, side, 10 - side, colorType, bitDepth) with { Filters = [filter] };
                AssertReads(sample);
                AssertReads(sample with { Interlaced = true });
            }
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    [InlineData(0, 4)]
    [InlineData(0, 8)]
    [InlineData(0, 16)]
    [InlineData(2, 8)]
    [InlineData(2, 16)]
    public void TheTransparentColourIsTransparent(int colorType, int bitDepth)
    {
        PngSample sample = PngSample.Random(new Random(2), 12, 12, colorType, bitDepth);
        AssertReads(sample with { Transparency = [.. sample.Pixel(5, 5).SelectMany(value => new[] { (byte)(value >> 8), (byte)value })] });
    }

    [Fact]
    public void TransparentIsTheExact16BitValueOnly()
    {
        var sample = new PngSample(2, 1, 0, 16) { Samples = [0x1234, 0x1235], Transparency = [0x12, 0x34] };

        using Image<Rgba32> image = Image.Load<Rgba32>(sample.ToFile());

        Assert.Equal([0, 255], [image[0, 0].A, image[1, 0].A]);
    }

    [Fact]
    public void APaletteTakesItsAlphaFromTRNSAsFarAsThatGoes()
    {
        PngSample sample = PngSample.Random(new Random(3), 16, 16, 3, 4);
        AssertReads(sample with { Transparency = [0, 10, 200, 255, 3] });
    }

    [Fact]
    public void SixteenBitsAreRoundedToTheNearestEight()
    {
        var sample = new PngSample(256, 256, 0, 16) { Samples = [.. Enumerable.Range(0, 65536)] };

        using Image<L8> image = Image.Load<L8>(sample.ToFile());

        for (int value = 0; value < 65536; value++)
        {
            Assert.Equal((int)Math.Round(value * 255m / 65535m), image[value % 256, value / 256].PackedValue);
        }
    }

    [Fact]
    public void OtherPixelFormatsAreConvertedTo()
    {
        var sample = new PngSample(1, 1, 6, 8) { Samples = [10, 200, 30, 40] };

        Assert.Equal(new Rgb24(10, 200, 30), Image.Load<Rgb24>(sample.ToFile())[0, 0]);
        Assert.Equal(new L8(147), Image.Load<L8>(sample.ToFile())[0, 0]);
    }

    [Fact]
    public void AStreamIsReadFromWhereItStands()
    {
        byte[] file = new PngSample(1, 1, 2, 8) { Samples = [1, 2, 3] }.ToFile();
        using var stream = new MemoryStream([9, 9, .. file]) { Position = 2 };

        Assert.Equal(new Rgb24(1, 2, 3), Image.Load<Rgb24>(stream)[0, 0]);
    }

    [Fact]
    public void IdentifyReadsTheSizeWithoutThePixels()
    {
        byte[] file = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. PngSample.Chunk(
            "IHDR", [0, 0, 0xC3, 0x50, 0, 0, 0xEA, 0x60, 8, 2, 0, 0, 0])];

        ImageInfo info = Image.Identify(new MemoryStream(file));

        Assert.Equal(new Size(50000, 60000), info.Size);
        Assert.Equal((50000, 60000), (info.Width, info.Height));
        Assert.Same(PngFormat.Instance, info.Metadata.DecodedImageFormat);
        Assert.Equal(new Size(50000, 60000), Image.Identify(file).Size);
    }

    private static void AssertReads(PngSample sample)
    {
        using Image<Rgba32> image = Image.Load<Rgba32>(sample.ToFile());
        Assert.Equal(new Size(sample.Width, sample.Height), image.Size);
        for (int y = 0; y < sample.Height; y++)
        {
            for (int x = 0; x < sample.Width; x++)
            {
                Assert.Equal(Expected(sample, sample.Pixel(x, y)), image[x, y]);
            }
        }
    }

    private static Rgba32 Expected(PngSample sample, int[] pixel)
    {
        byte[] bytes = [.. pixel.Select(value => (byte)Math.Round(value * 255m / ((1 << sample.BitDepth) - 1)))];
        int[] transparent = [.. sample.Transparency.Chunk(2).Where(pair => pair.Length == 2).Select(pair => (pair[0] << 8) + pair[1])];
        byte alpha = (byte)(pixel.SequenceEqual(transparent) ? 0 : 255);
        return sample.ColorType switch
        {
            0 => new Rgba32(bytes[0], bytes[0], bytes[0], alpha),
            2 => new Rgba32(bytes[0], bytes[1], bytes[2], alpha),
            3 => new Rgba32(
                sample.Palette[3 * pixel[0]],
                sample.Palette[(3 * pixel[0]) + 1],
                sample.Palette[(3 * pixel[0]) + 2],
                pixel[0] < sample.Transparency.Length ? sample.Transparency[pixel[0]] : (byte)255),
            4 => new Rgba32(bytes[0], bytes[0], bytes[0], bytes[1]),
            _ => new Rgba32(bytes[0], bytes[1], bytes[2], bytes[3]),
        };
    }
}
