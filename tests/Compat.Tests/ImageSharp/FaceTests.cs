using System.Security.Cryptography;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Repro.Compat.Tests.ImageSharp;

public sealed class FaceTests
{
    /// <summary>The hash is the output of decode_faces.py in this folder, which uses nothing of ours.</summary>
    [Fact]
    public void TheFacesDecodeToTheSameBytesAsWithPython()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] files = [.. Directory.GetFiles(Folder(), "*.png").Order(StringComparer.Ordinal)];
        foreach (string file in files)
        {
            using Image<Rgba32> image = Image.Load<Rgba32>(file);
            var bytes = new byte[4 * image.Width * image.Height];
            image.CopyPixelDataTo(bytes);
            hash.AppendData(bytes);
        }

        Assert.Equal(70, files.Length);
        Assert.Equal("edace34e9f8a47a219d779b871e31712b68dbaa32c79a3ffe6393fec8032e1da", Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static string Folder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Repro.sln")))
        {
            folder = folder.Parent;
        }

        Assert.NotNull(folder);
        return Path.Combine(folder.FullName, "Experiments", "data", "faces");
    }
}
