using System.Buffers.Binary;
using System.Security.Cryptography;
using Repro.Runtime.Imaging;
using static TorchSharp.torch;

namespace Repro.Runtime.Data;

/// <summary>Loads a folder of images.</summary>
public static class ImageFolder
{
    /// <summary>
    /// Loads the images that <paramref name="settings"/> describes, whose folder is relative to <paramref name="root"/>.
    /// The result depends on the names and contents of the files alone.
    /// </summary>
    /// <exception cref="ReproException">The folder or an image is missing or broken, or there are too few images.</exception>
    public static DataSet Load(string root, DataSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var folder = Path.GetFullPath(Path.Combine(root, settings.Folder));
        var names = ImageFiles.Find(folder, settings);
        return From([.. names.Select(name => ImageFile.Read(Path.Combine(folder, name), settings))]);
    }

    internal static DataSet From(IReadOnlyList<RgbImage> images)
    {
        var (width, height) = (images[0].Width, images[0].Height);
        var values = new float[images.Count * 3 * height * width];
        for (var n = 0; n < images.Count; n++)
        {
            ToPlanes(images[n].Pixels, values.AsSpan(n * 3 * height * width, 3 * height * width));
        }

        using var flat = tensor(values);
        return new DataSet(flat.reshape(images.Count, 3, height, width), Hash(images, width, height));
    }

    private static void ToPlanes(ReadOnlySpan<byte> pixels, Span<float> planes)
    {
        var plane = planes.Length / 3;
        for (var i = 0; i < pixels.Length; i++)
        {
            planes[(i % 3 * plane) + (i / 3)] = pixels[i] / 255f;
        }
    }

    private static string Hash(IReadOnlyList<RgbImage> images, int width, int height)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> header = stackalloc byte[12];
        BinaryPrimitives.WriteInt32LittleEndian(header, images.Count);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], width);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], height);
        hash.AppendData(header);
        foreach (var image in images)
        {
            hash.AppendData(image.Pixels);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
