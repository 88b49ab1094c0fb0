using System.Buffers.Binary;
using System.Security.Cryptography;
using static TorchSharp.torch;

namespace Repro.Runtime.Data;

/// <summary>Images of one size, as training sees them.</summary>
/// <param name="Width">Their width in pixels.</param>
/// <param name="Height">Their height in pixels.</param>
/// <param name="Channels">Bytes a pixel.</param>
/// <param name="Images">The pixels of each image, in rows from the top.</param>
internal sealed record ImageStack(int Width, int Height, int Channels, IReadOnlyList<byte[]> Images)
{
    /// <summary>N × channels × height × width, float32: the byte divided by 255.</summary>
    public Tensor ToTensor()
    {
        var image = Channels * Height * Width;
        var values = new float[Images.Count * image];
        for (var n = 0; n < Images.Count; n++)
        {
            ToPlanes(Images[n], values.AsSpan(n * image, image));
        }

        using var flat = tensor(values);
        return flat.reshape(Images.Count, Channels, Height, Width);
    }

    /// <summary>Appends count, width and height (32-bit little endian) and the pixels.</summary>
    public void AppendTo(IncrementalHash hash)
    {
        Span<byte> header = stackalloc byte[12];
        BinaryPrimitives.WriteInt32LittleEndian(header, Images.Count);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], Width);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], Height);
        hash.AppendData(header);
        foreach (var image in Images)
        {
            hash.AppendData(image);
        }
    }

    private void ToPlanes(ReadOnlySpan<byte> pixels, Span<float> planes)
    {
        var plane = Width * Height;
        for (var i = 0; i < pixels.Length; i++)
        {
            planes[(i % Channels * plane) + (i / Channels)] = pixels[i] / 255f;
        }
    }
}
