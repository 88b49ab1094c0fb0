using System.Security.Cryptography;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Repro.Compat.Tests.ImageSharp;

public sealed class PngSuiteTests
{
    public static TheoryData<string, string, string> Files
    {
        get
        {
            var files = new TheoryData<string, string, string>();
            foreach (string[] file in ReferenceFiles.Png.Expected)
            {
                files.Add(file[0], file[1], file[2]);
            }

            return files;
        }
    }

    /// <summary>The hashes are of what libpng gives: make_pngs.py in this folder.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void AFileOfEachKindDecodesToTheSameBytesAsWithLibpng(string name, string size, string hash)
    {
        using Image<Rgba32> image = Image.Load<Rgba32>(ReferenceFiles.Png.Read(name));

        Assert.Equal(size, $"{image.Width}x{image.Height}");
        var bytes = new byte[4 * image.Width * image.Height];
        image.CopyPixelDataTo(bytes);
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    [Fact]
    public void ThereIsAFileOfEachKind() => Assert.Equal(52, ReferenceFiles.Png.Expected.Count());
}
