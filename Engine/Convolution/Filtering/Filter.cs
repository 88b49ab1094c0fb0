namespace Repro.Engine.Convolution.Filtering;

/// <summary>
/// Minimal filtering, Winograd's F(2 × 2, 2 × 2), for kernels of 4 × 4 with a stride of 2: each parity of row and column (a phase) is a
/// convolution with a kernel of 2 × 2 and a stride of 1, of which four neighbouring results take nine products of numbers in place of
/// sixteen (rule 2).
/// </summary>
internal static class Filter
{
    /// <summary>Kernel positions along an axis.</summary>
    public const int Kernel = 4;

    /// <summary>Distance of the kernel's positions along an axis, which is also the number of phases.</summary>
    public const int Stride = 2;

    /// <summary>Phases: parities of row and column.</summary>
    public const int Phases = Stride * Stride;

    /// <summary>Results of a tile along an axis.</summary>
    public const int Side = 2;

    /// <summary>Products of a tile along an axis.</summary>
    public const int Points = 3;

    /// <summary>Products of a tile.</summary>
    public const int Products = Points * Points;

    private const int FewestChannels = 16;

    /// <summary>
    /// Whether a convolution is computed so: a matter of its shape, but never of the number of images, or an image's bits would depend on
    /// the others.
    /// </summary>
    public static bool Fits(in ConvolutionShape shape) =>
        shape is
        {
            KernelRows: Kernel, KernelColumns: Kernel, StrideRows: Stride, StrideColumns: Stride, DilationRows: 1, DilationColumns: 1,
            LargeChannels: >= FewestChannels, SmallChannels: >= FewestChannels,
        }
        && Tiles(shape.SmallRows) * Tiles(shape.SmallColumns) * Products < (long)shape.SmallRows * shape.SmallColumns * Side * Side;

    /// <summary>Tiles that cover so many results along an axis.</summary>
    public static long Tiles(int results) => (results + Side - 1) / Side;
}
