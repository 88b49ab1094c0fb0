namespace Repro.Engine.Convolution.Filtering;

/// <summary>
/// Minimal filtering, Winograd's F(2 × 2, 2 × 2), for 4 × 4 kernels with stride 2. Each parity of row and column (a phase) is a convolution
/// with a 2 × 2 kernel and stride 1. Four neighbouring results of it take nine multiplications instead of sixteen (rule 2).
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

    /// <summary>The number of tiles that cover the given number of results along an axis.</summary>
    public static long Tiles(int results) => (results + Side - 1) / Side;
}
