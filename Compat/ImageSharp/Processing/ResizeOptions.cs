using SixLabors.ImageSharp.Processing.Processors.Transforms;

namespace SixLabors.ImageSharp.Processing;

/// <summary>How to resize an image.</summary>
public class ResizeOptions
{
    /// <summary>How the image is fitted into <see cref="Size"/>.</summary>
    public ResizeMode Mode { get; set; } = ResizeMode.Crop;

    /// <summary>Which part is kept when cropping, where the image lies when padding.</summary>
    public AnchorPositionMode Position { get; set; } = AnchorPositionMode.Center;

    /// <summary>The size in pixels. A side of 0 is derived from the other, to keep the aspect ratio.</summary>
    public Size Size { get; set; }

    /// <summary>What weighs the pixels.</summary>
    public IResampler Sampler { get; set; } = KnownResamplers.Bicubic;

    /// <summary>Whether colours count in proportion to their alpha.</summary>
    public bool PremultiplyAlpha { get; set; } = true;

    /// <summary>The colour of the margin when padding.</summary>
    public Color PadColor { get; set; }
}
