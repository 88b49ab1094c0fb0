using Repro.Runtime.Imaging;
using static TorchSharp.torch;

namespace Repro.Runtime.Tests.Fixtures;

/// <summary>Made-up images whose metrics numpy computed too.</summary>
internal static class PixelSets
{
    /// <summary>Colour images of 16×16 pixels: byte j of image i is (j · (i + 3)) ^ (i · 41), modulo 256.</summary>
    public static PixelImages Patterns(int first, int count) =>
        new(3, 16, 16, [.. Enumerable.Range(first, count).Select(
            i => Enumerable.Range(0, 3 * 16 * 16).Select(j => (byte)((j * (i + 3)) ^ (i * 41))).ToArray())]);

    /// <summary>The images as a tensor, N × channels × height × width: the byte divided by 255.</summary>
    public static Tensor ToTensor(PixelImages images)
    {
        using var flat = tensor(
            Enumerable.Range(0, images.Count).SelectMany(i => images[i].ToArray()).Select(value => value / 255f).ToArray());
        return flat.reshape(images.Count, images.Channels, images.Height, images.Width);
    }

    /// <summary>Gray images of 2×2 pixels, each of one value.</summary>
    public static PixelImages Flat(params byte[] values) =>
        new(1, 2, 2, [.. values.Select(value => Enumerable.Repeat(value, 4).ToArray())]);
}
