using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Repro.Compat.Tests.ImageSharp;

public sealed class DamagedJpegTests
{
    private const byte Frame = 0xC0;
    private const byte Scan = 0xDA;

    [Theory]
    [InlineData("17x9-2x2.jpg")]
    [InlineData("gray-progressive.jpg")]
    [InlineData("restart.jpg")]
    public void EveryShorterPartOfAFileIsRefused(string name)
    {
        byte[] file = ReferenceFiles.Jpeg.Read(name);
        for (int length = 0; length < file.Length; length++)
        {
            if (length < 3)
            {
                Assert.Throws<UnknownImageFormatException>(() => Image.Load<Rgba32>(file.AsSpan(0, length)));
            }
            else
            {
                Assert.Throws<InvalidImageContentException>(() => Image.Load<Rgba32>(file.AsSpan(0, length)));
            }
        }
    }

    [Theory]
    [InlineData(0xC3)]
    [InlineData(0xC5)]
    [InlineData(0xC9)]
    [InlineData(0xCA)]
    public void AProcessThatIsNotReadIsNamedWithWhatToDo(byte process)
    {
        var exception = Assert.Throws<NotSupportedException>(() => Image.Load<Rgba32>(Changed(file => file[Find(file, Frame)] = process)));
        Assert.Contains("ReproPackages=official", exception.Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => Image.Identify(Changed(file => file[Find(file, Frame)] = process)));
    }

    [Fact]
    public void TwelveBitsAndFractionsOfSamplingAreNotSupported()
    {
        AssertUnsupported("of 3 components of 12 bits", file => file[Find(file, Frame) + 3] = 12);
        AssertUnsupported("with sampling factors 2 of 3 and 1 of 1", file =>
        {
            int start = Find(file, Frame) + 10;
            (file[start], file[start + 3], file[start + 6]) = (0x31, 0x21, 0x11);
        });
    }

    [Theory]
    [InlineData("0x0 pixels", Frame, 4, 0, 0, 0, 0)]
    [InlineData("17x0 pixels", Frame, 4, 0, 0)]
    [InlineData("frame header", Frame, 8, 2)]
    [InlineData("sampling factors 0 and 2", Frame, 10, 0x02)]
    [InlineData("sampling factors 5 and 2", Frame, 10, 0x52)]
    [InlineData("table 4", Frame, 11, 4)]
    [InlineData("no quantization table 3", Frame, 11, 3)]
    [InlineData("same number", Frame, 12, 1)]
    [InlineData("scan header", Scan, 3, 2)]
    [InlineData("which its frame does not have", Scan, 4, 9)]
    [InlineData("a component twice", Scan, 6, 1)]
    [InlineData("no Huffman table 3 for DC", Scan, 5, 0x30)]
    [InlineData("no Huffman table 15 for AC", Scan, 5, 0x0F)]
    [InlineData("ends before its image does", Frame, 4, 0, 99)]
    public void ImpossibleContentIsRefused(string expectedWords, byte marker, int offset, params int[] bytes)
    {
        byte[] file = Changed(file =>
        {
            int start = Find(file, marker) + offset;
            for (int i = 0; i < bytes.Length; i++)
            {
                file[start + i] = (byte)bytes[i];
            }
        });
        AssertRefused(expectedWords, file);
    }

    [Fact]
    public void MissingAndRepeatedSegmentsAreRefused()
    {
        byte[] file = ReferenceFiles.Jpeg.Read("17x9-2x2.jpg");
        int frame = Find(file, Frame) - 1;
        int scan = Find(file, Scan) - 1;
        byte[] header = file[frame..(frame + 19)];
        AssertRefused("no frame header", [.. file[..frame], .. file[(frame + 19)..]]);
        AssertRefused("no frame header", [.. file[..frame], 0xFF, 0xD9]);
        AssertRefused("second frame", [.. file[..scan], .. header, .. file[scan..]]);
        AssertRefused("leave out a part", [.. file[..scan], 0xFF, 0xD9]);
        AssertRefused("do not follow", [.. file[..^2], .. file[scan..]]);
        AssertRefused("length of 1 bytes", [0xFF, 0xD8, 0xFF, 0xE0, 0, 1, 0]);
    }

    [Fact]
    public void AProgressiveFileWithoutOneOfItsScansIsRefused()
    {
        byte[] file = ReferenceFiles.Jpeg.Read("gray-progressive.jpg");
        int[] scans = [.. Enumerable.Range(0, file.Length - 1).Where(
            i => file[i] == 0xFF && file[i + 1] is 0xDA or 0xC4 && file[i] == 0xFF), file.Length - 2];
        for (int i = 1; i < scans.Length; i++)
        {
            byte[] shorter = [.. file[..scans[i - 1]], .. file[scans[i]..]];
            if (file[scans[i - 1] + 1] == Scan)
            {
                Assert.Throws<InvalidImageContentException>(() => Image.Load<Rgba32>(shorter));
            }
        }
    }

    [Fact]
    public void RestartMarkersMustComeInOrder()
    {
        byte[] file = ReferenceFiles.Jpeg.Read("restart.jpg");
        int second = Find(file, 0xD1);
        file[second] = 0xD2;
        AssertRefused("restart marker 1", file);
    }

    [Theory]
    [InlineData(65500, 65500)]
    [InlineData(65535, 65535)]
    public void AnAbsurdSizeIsRefusedByTheLimit(int width, int height) => AssertRefused("too many", Sized(width, height));

    [Fact]
    public void ALargeSizeWithoutItsDataIsRefusedBeforeMemoryIsTaken()
    {
        byte[] file = Sized(20_000, 20_000);
        AssertRefused("less image data", file);
        long before = GC.GetAllocatedBytesForCurrentThread();
        AssertRefused("less image data", file);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void ScansWithoutEndAreRefused()
    {
        byte[] file = ReferenceFiles.Jpeg.Read("gray-progressive.jpg");
        byte[] empty = [0xFF, Scan, 0, 8, 1, 1, 0, 1, 63, 0];
        AssertRefused("do not follow", [.. file[..^2], .. empty, 0, 0xFF, 0xD9]);
    }

    private static void AssertUnsupported(string expectedWords, Action<byte[]> change)
    {
        var exception = Assert.Throws<NotSupportedException>(() => Image.Load<Rgba32>(Changed(change)));
        Assert.Contains(expectedWords, exception.Message, StringComparison.Ordinal);
    }

    private static byte[] Sized(int width, int height) => Changed(file =>
    {
        int start = Find(file, Frame) + 4;
        (file[start], file[start + 1], file[start + 2], file[start + 3]) = (
            (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width);
    });

    private static byte[] Changed(Action<byte[]> change)
    {
        byte[] file = ReferenceFiles.Jpeg.Read("17x9-2x2.jpg");
        change(file);
        return file;
    }

    /// <summary>The place of a marker's second byte.</summary>
    private static int Find(byte[] file, byte marker) => file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, marker]) + 1;

    private static void AssertRefused(string expectedWords, byte[] file)
    {
        var exception = Assert.Throws<InvalidImageContentException>(() => Image.Load<Rgba32>(file));
        Assert.Contains(expectedWords, exception.Message, StringComparison.Ordinal);
    }
}
