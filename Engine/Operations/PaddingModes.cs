namespace TorchSharp;

/// <summary>The values that padding adds.</summary>
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
