namespace TorchSharp;

/// <summary>How much a convolution pads, in words.</summary>
public enum Padding
{
    /// <summary>No padding.</summary>
    Valid = 0,

    /// <summary>Keeps the size at stride 1. An odd number of pixels puts one more at the end.</summary>
    Same = 1,
}
