namespace TorchSharp;

/// <summary>What stands around an image.</summary>
public enum PaddingModes
{
    /// <summary>Zeros.</summary>
    Zeros = 0,

    /// <summary>The image mirrored at its border.</summary>
    Reflect = 1,

    /// <summary>The border repeated.</summary>
    Replicate = 2,

    /// <summary>The image repeated.</summary>
    Circular = 3,

    /// <summary>A constant.</summary>
    Constant = 4,
}
