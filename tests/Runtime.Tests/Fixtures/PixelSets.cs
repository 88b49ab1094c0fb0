using Repro.Runtime.Metrics;

namespace Repro.Runtime.Tests.Metrics;

/// <summary>Made-up images that numpy was given too.</summary>
internal static class PixelSets
{
    /// <summary>Colour images of 16×16 pixels: byte j of image i is (j · (i + 3)) ^ (i · 41), modulo 256.</summary>
    public static PixelImages Patterns(int first, int count) =>
        new(3, 16, 16, [.. Enumerable.Range(first, count).Select(i => Enumerable.Range(0, 3 * 16 * 16).Select(j => (byte)((j * (i + 3)) ^ (i * 41))).ToArray())]);

    /// <summary>Gray images of 2×2 pixels, each of one value.</summary>
    public static PixelImages Flat(params byte[] values) => new(1, 2, 2, [.. values.Select(value => Enumerable.Repeat(value, 4).ToArray())]);
}
