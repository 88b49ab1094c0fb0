using SixLabors.ImageSharp.Processing.Processors.Transforms;

namespace SixLabors.ImageSharp.Processing;

/// <summary>The resamplers, all of them exact on every machine.</summary>
public static class KnownResamplers
{
    /// <summary>Keys' cubic convolution with a = -1/2: smooth; the default.</summary>
    public static IResampler Bicubic { get; } = new BicubicResampler();

    /// <summary>The mean of the pixels covered.</summary>
    public static IResampler Box { get; } = new BoxResampler();

    /// <summary>The nearest pixel, unchanged.</summary>
    public static IResampler NearestNeighbor { get; } = new NearestNeighborResampler();

    /// <summary>Linear interpolation.</summary>
    public static IResampler Triangle { get; } = new TriangleResampler();
}
