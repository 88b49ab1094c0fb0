namespace TorchSharp;

/// <summary>How much a convolution pads, in words.</summary>
public enum Padding
{
    /// <summary>Not at all.</summary>
    Valid = 0,

    /// <summary>So much that a stride of 1 gives as many pixels as there are; where that is odd, the last side gets one more.</summary>
    Same = 1,
}
