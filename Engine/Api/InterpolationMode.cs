namespace TorchSharp;

public static partial class torch
{
    /// <summary>How images get another size. This engine has <see cref="Nearest"/> and <see cref="Bilinear"/>.</summary>
    public enum InterpolationMode
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

        /// <summary>The mean of the pixels below.</summary>
        Area = 5,

        /// <summary>The nearest pixel.</summary>
        NearestExact = 6,
    }
}
