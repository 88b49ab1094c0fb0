using System.Security.Cryptography;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Repro.Compat.Tests.ImageSharp;

public sealed class JpegReaderTests
{
    public static TheoryData<string, string, string> Files
    {
        get
        {
            var files = new TheoryData<string, string, string>();
            foreach (string[] file in ReferenceFiles.Jpeg.Expected)
            {
                files.Add(file[0], file[1], file[2]);
            }

            return files;
        }
    }

    /// <summary>The hashes are of what djpeg gives, and Pillow too.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void AFileDecodesToTheSameBytesAsWithLibjpeg(string name, string size, string hash)
    {
        byte[] file = ReferenceFiles.Jpeg.Read(name);
        using Image<Rgb24> image = Image.Load<Rgb24>(file);

        Assert.Equal(size, $"{image.Width}x{image.Height}");
        Assert.Equal(image.Size, Image.Identify(file).Size);
        var bytes = new byte[3 * image.Width * image.Height];
        image.CopyPixelDataTo(bytes);
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    [Fact]
    public void IdentifyFindsTheSizeBehindLongMetadata()
    {
        byte[] file = ReferenceFiles.Jpeg.Read("33x31-2x2.jpg");
        byte[] metadata = [0xFF, 0xE1, 0xFF, 0xFF, .. new byte[0xFFFD]];
        byte[] longer = [.. file[..2], .. metadata, .. metadata, .. file[2..]];

        Assert.Equal(new Size(33, 31), Image.Identify(new MemoryStream(longer)).Size);
        Assert.Equal("JPEG", Image.Identify(longer).Metadata.DecodedImageFormat!.Name);
        using Image<Rgba32> image = Image.Load<Rgba32>(new MemoryStream(longer));
        Assert.Equal(new Size(33, 31), image.Size);
        Assert.Equal(255, image[5, 5].A);
    }

    // A camera's film has frames without Huffman tables. libjpeg gives them the standard ones, which these files name.
    [Theory]
    [InlineData("17x9-2x2.jpg")]
    [InlineData("quality-60.jpg")]
    [InlineData("gray.jpg")]
    [InlineData("restart.jpg")]
    public void AFileWithoutHuffmanTablesHasTheStandardOnes(string name)
    {
        byte[] whole = ReferenceFiles.Jpeg.Read(name);
        byte[] abbreviated = Without(0xC4, whole);
        Assert.True(abbreviated.Length < whole.Length);
        using Image<Rgba32> expected = Image.Load<Rgba32>(whole);
        using Image<Rgba32> actual = Image.Load<Rgba32>(abbreviated);
        var (left, right) = (new Rgba32[expected.Width * expected.Height], new Rgba32[expected.Width * expected.Height]);
        expected.CopyPixelDataTo(left);
        actual.CopyPixelDataTo(right);
        Assert.Equal(left, right);
    }

    [Fact]
    public void AFileWithoutOtherTablesIsRefused()
    {
        AssertRefused("no quantization table 0", Without(0xDB, ReferenceFiles.Jpeg.Read("17x9-2x2.jpg")));
        AssertRefused("no Huffman table 0 for DC", Without(0xC4, ReferenceFiles.Jpeg.Read("progressive-2x2.jpg")));
    }

    private static void AssertRefused(string expected, byte[] file)
    {
        var refusal = Assert.Throws<InvalidImageContentException>(() => Image.Load<Rgba32>(file));
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>A file without the segments of a marker that stand before its first scan.</summary>
    private static byte[] Without(byte marker, byte[] file)
    {
        List<byte> kept = [.. file[..2]];
        int at = 2;
        while (file[at + 1] != 0xDA)
        {
            int length = 2 + ((file[at + 2] << 8) | file[at + 3]);
            if (file[at + 1] != marker)
            {
                kept.AddRange(file[at..(at + length)]);
            }

            at += length;
        }

        return [.. kept, .. file[at..]];
    }

    [Fact]
    public void WhatStandsAfterTheEndOrBetweenSegmentsDoesNotMatter()
    {
        byte[] file = ReferenceFiles.Jpeg.Read("gray.jpg");
        byte[] longer = [.. file[..^2], 1, 2, 0xFF, 0, 0xFF, 0xFF, .. file[^1..], 3, 0xFF, 0xD8];
        using Image<L8> expected = Image.Load<L8>(file);
        using Image<L8> actual = Image.Load<L8>(longer);
        for (int i = 0; i < expected.Width * expected.Height; i++)
        {
            Assert.Equal(expected[i % expected.Width, i / expected.Width], actual[i % expected.Width, i / expected.Width]);
        }
    }
}
