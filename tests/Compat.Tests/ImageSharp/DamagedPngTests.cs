using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.PixelFormats;

namespace Repro.Compat.Tests.ImageSharp;

public sealed class DamagedPngTests
{
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static readonly PngSample Palette = PngSample.Random(
        new Random(1), 13, 9, 3, 4) with { LongestChunk = 30, Transparency = [7, 8] };

    private static readonly PngSample Interlaced = PngSample.Random(new Random(2), 11, 10, 6, 8) with { Interlaced = true };

    [Fact]
    public void EveryShorterPartOfAFileIsRefused()
    {
        foreach (PngSample sample in new[] { Palette, Interlaced })
        {
            byte[] file = sample.ToFile();
            for (int length = 0; length < file.Length; length++)
            {
                if (length < Signature.Length)
                {
                    Assert.Throws<UnknownImageFormatException>(() => Image.Load<Rgba32>(file.AsSpan(0, length)));
                }
                else
                {
                    Assert.Throws<InvalidImageContentException>(() => Image.Load<Rgba32>(file.AsSpan(0, length)));
                }
            }
        }
    }

    [Fact]
    public void AChangedByteGivesTheDocumentedExceptionsOrAnImage()
    {
        var random = new Random(3);
        foreach (PngSample sample in new[] { Palette, Interlaced })
        {
            byte[] original = sample.ToFile();
            for (int i = 0; i < 5000; i++)
            {
                byte[] file = [.. original];
                file[random.Next(file.Length)] = (byte)random.Next(256);
                LoadOrRefuse(file);
            }
        }
    }

    /// <summary>With the checksums made right again, so that the damage reaches the decoder.</summary>
    [Fact]
    public void AChangedByteBehindRightChecksumsGivesTheDocumentedExceptionsOrAnImage()
    {
        var random = new Random(4);
        foreach (PngSample sample in new[] { Palette, Interlaced })
        {
            byte[] rows = sample.Rows();
            byte[] compressed = PngSample.Deflate(rows);
            byte[] header = Header(sample.Width, sample.Height, sample.BitDepth, sample.ColorType, sample.Interlaced ? 1 : 0);
            for (int i = 0; i < 5000; i++)
            {
                (byte[] ihdr, byte[] idat, byte[] plte, byte[] trns) = (
                    [.. header], [.. compressed], [.. sample.Palette], [.. sample.Transparency]);
                switch (i % 5)
                {
                    case 0:
                        Change(random, ihdr);
                        break;
                    case 1:
                        Change(random, idat);
                        break;
                    case 2:
                        plte = plte[..random.Next(plte.Length + 1)];
                        break;
                    case 3:
                        trns = trns[..random.Next(trns.Length + 1)];
                        break;
                    default:
                        byte[] changed = [.. rows];
                        Change(random, changed);
                        idat = PngSample.Deflate(changed);
                        break;
                }

                LoadOrRefuse(File(("IHDR", ihdr), ("PLTE", plte), ("tRNS", trns), ("IDAT", idat), ("IEND", [])));
            }
        }
    }

    [Fact]
    public void DataThatIsNoImageIsUnknown()
    {
        Assert.Throws<UnknownImageFormatException>(() => Image.Load<Rgba32>(ReadOnlySpan<byte>.Empty));
        Assert.Throws<UnknownImageFormatException>(() => Image.Load<Rgba32>("GIF89a, or so"u8));
        Assert.Throws<UnknownImageFormatException>(() => Image.Identify("GIF89a, or so"u8));
        Assert.Throws<UnknownImageFormatException>(() => Image.Identify(new MemoryStream()));
    }

    [Fact]
    public void MissingAndMisplacedChunksAreNamed()
    {
        byte[] header = Header(1, 1, 8, 3, 0);
        byte[] data = PngSample.Deflate([0, 0]);

        AssertRefused("IHDR", ("PLTE", [1, 2, 3]), ("IHDR", header), ("IDAT", data), ("IEND", []));
        AssertRefused("IHDR", ("IHDR", header), ("IHDR", header), ("IDAT", data), ("IEND", []));
        AssertRefused("PLTE", ("IHDR", header), ("IDAT", data), ("IEND", []));
        AssertRefused("IDAT", ("IHDR", header), ("PLTE", [1, 2, 3]), ("IEND", []));
        AssertRefused("IEND", ("IHDR", header), ("PLTE", [1, 2, 3]), ("IDAT", data));
        AssertRefused("CgBI", ("IHDR", header), ("CgBI", []), ("PLTE", [1, 2, 3]), ("IDAT", data), ("IEND", []));
    }

    [Fact]
    public void AWrongChecksumOfAChunkNamesIt()
    {
        byte[] file = Palette.ToFile();
        file[8 + 8 + 13] ^= 1;

        var exception = Assert.Throws<InvalidImageContentException>(() => Image.Load<Rgba32>(file));

        Assert.Contains("IHDR", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ImageDataThatDoesNotInflateIsRefused()
    {
        byte[] header = Header(1, 1, 8, 0, 0);

        ImageFormatException noZlib = Assert.Throws<ImageFormatException>(
            () => Load(("IHDR", header), ("IDAT", "no zlib"u8.ToArray()), ("IEND", [])));
        Assert.Contains("zlib", noZlib.Message, StringComparison.Ordinal);

        AssertRefused("less image data", ("IHDR", header), ("IDAT", []), ("IEND", []));
        AssertRefused("less image data", ("IHDR", header), ("IDAT", PngSample.Deflate([0])), ("IEND", []));
    }

    /// <summary>Around 8192 compressed bytes, the checksum is still unread when the last row is there.</summary>
    [Fact]
    public void AWrongChecksumOfTheImageDataIsRefused()
    {
        var random = new Random(5);
        foreach (int width in Enumerable.Range(1, 9).Concat(Enumerable.Range(8150, 60)))
        {
            var row = new byte[width + 1];
            random.NextBytes(row.AsSpan(1));
            byte[] data = PngSample.Deflate(row);
            data[^1] ^= 1;
            AssertRefused("decompressed", ("IHDR", Header(width, 1, 8, 0, 0)), ("IDAT", data), ("IEND", []));
        }
    }

    [Fact]
    public void ImpossibleContentIsRefused()
    {
        byte[] data = PngSample.Deflate([0, 5]);
        AssertRefused("0x1 pixels", ("IHDR", Header(0, 1, 8, 0, 0)), ("IDAT", data), ("IEND", []));
        AssertRefused("1x0 pixels", ("IHDR", Header(1, 0, 8, 0, 0)), ("IDAT", data), ("IEND", []));
        AssertRefused("4294967295", ("IHDR", Header(1, -1, 8, 0, 0)), ("IDAT", data), ("IEND", []));
        AssertRefused("12 bytes", ("IHDR", Header(1, 1, 8, 0, 0)[..12]), ("IDAT", data), ("IEND", []));
        AssertRefused("filter 5", ("IHDR", Header(1, 1, 8, 0, 0)), ("IDAT", PngSample.Deflate([5, 0])), ("IEND", []));
        AssertRefused("colour 5 of a palette of 2", ("IHDR", Header(1, 1, 8, 3, 0)), ("PLTE", new byte[6]), ("IDAT", data), ("IEND", []));
        AssertRefused("palette has 4 bytes", ("IHDR", Header(1, 1, 8, 3, 0)), ("PLTE", new byte[4]), ("IDAT", data), ("IEND", []));
        AssertRefused("palette has 771 bytes", ("IHDR", Header(1, 1, 8, 3, 0)), ("PLTE", new byte[771]), ("IDAT", data), ("IEND", []));
        AssertRefused("tRNS", ("IHDR", Header(1, 1, 8, 0, 0)), ("tRNS", new byte[1]), ("IDAT", data), ("IEND", []));
    }

    [Theory]
    [InlineData(8, 1, 0)]
    [InlineData(8, 7, 0)]
    [InlineData(3, 0, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(4, 2, 0)]
    [InlineData(16, 3, 0)]
    [InlineData(8, 0, 2)]
    public void AKindThatPNGDoesNotHaveIsNotSupported(int bitDepth, int colorType, int interlacing) =>
        Assert.Throws<NotSupportedException>(() => Image.Identify(File(("IHDR", Header(1, 1, bitDepth, colorType, interlacing)))));

    [Theory]
    [InlineData(50000, 50000)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(int.MaxValue, 1)]
    public void AnAbsurdSizeIsRefusedByTheLimit(int width, int height)
    {
        var exception = Assert.Throws<InvalidImageContentException>(
            () => Load(("IHDR", Header(width, height, 16, 6, 0)), ("IDAT", PngSample.Deflate([0])), ("IEND", [])));

        Assert.IsType<InvalidMemoryOperationException>(exception.InnerException);
    }

    [Fact]
    public void ALargeSizeWithoutItsDataIsRefusedBeforeMemoryIsTaken()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();

        AssertRefused(
            "less image data", ("IHDR", Header(30000, 30000, 8, 6, 0)), ("IDAT", PngSample.Deflate(new byte[100000])), ("IEND", []));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void AMissingFileAndNullAreToldApart()
    {
        Assert.Throws<FileNotFoundException>(() => Image.Load<Rgba32>("no such file.png"));
        Assert.Throws<FileNotFoundException>(() => Image.Identify("no such file.png"));
        Assert.Throws<ArgumentNullException>(() => Image.Load<Rgba32>((string)null!));
        Assert.Throws<ArgumentNullException>(() => Image.Load<Rgba32>((Stream)null!));
    }

    private static void LoadOrRefuse(byte[] file)
    {
        try
        {
            Image.Load<Rgba32>(file).Dispose();
        }
        catch (Exception exception) when (exception is ImageFormatException or NotSupportedException)
        {
            Assert.NotEmpty(exception.Message);
        }
    }

    private static void Change(Random random, byte[] data) => data[random.Next(data.Length)] = (byte)random.Next(256);

    private static void AssertRefused(string expectedWord, params (string Type, byte[] Data)[] chunks)
    {
        var exception = Assert.Throws<InvalidImageContentException>(() => Load(chunks));
        Assert.Contains(expectedWord, exception.Message, StringComparison.Ordinal);
    }

    private static Image<Rgba32> Load(params (string Type, byte[] Data)[] chunks) => Image.Load<Rgba32>(File(chunks));

    private static byte[] File(params (string Type, byte[] Data)[] chunks) =>
        [.. Signature, .. chunks.SelectMany(chunk => PngSample.Chunk(chunk.Type, chunk.Data))];

    private static byte[] Header(int width, int height, int bitDepth, int colorType, int interlacing) =>
    [
        (byte)(width >> 24), (byte)(width >> 16), (byte)(width >> 8), (byte)width,
        (byte)(height >> 24), (byte)(height >> 16), (byte)(height >> 8), (byte)height,
        (byte)bitDepth, (byte)colorType, 0, 0, (byte)interlacing,
    ];
}
