namespace TorchSharp;

public static partial class torch
{
    /// <summary>How images are enlarged. This engine has <see cref="Nearest"/> and <see cref="Bilinear"/>.</summary>
    public enum UpsampleMode
    {
        /// <summary>The nearest pixel above or left.</summary>
        Nearest = 0,

        /// <summary>Two neighbours, of rows of numbers.</summary>
        Linear = 1,

        /// <summary>Four neighbours.</summary>
        Bilinear = 2,

        /// <summary>Sixteen neighbours.</summary>
        Bicubic = 3,

        /// <summary>Eight neighbours, of volumes.</summary>
        Trilinear = 4,
    }
}
