using System.Runtime.Intrinsics;
using Repro.Engine.Kernels.Lanes;

namespace Repro.Engine.Kernels.Products;

/// <summary>
/// The innermost part of every product: a tile of 8 × 32 outputs over one block of the reduction axis (rule 2). All kernels give the same
/// bits; <see cref="MicroKernelPortable"/> states the order.
/// </summary>
internal static unsafe class MicroKernel
{
    /// <summary>Rows of a tile.</summary>
    public const int Rows = 8;

    /// <summary>Columns of a tile, and of a packed panel.</summary>
    public const int Columns = 32;

    /// <summary><see cref="Bits"/> of the kernel for 128-bit vectors without fused multiply-add.</summary>
    public const int Unfused = 127;

    /// <summary><see cref="Bits"/> of the kernel without vectors.</summary>
    public const int Portable = 32;

    /// <summary>Vector bits of the kernel in use.</summary>
    public static int Bits { get; private set; } = WidestBits();

    /// <summary>
    /// outputs[r][c] += Σ rows(r, k) · panel[k][c], where the block's axis k runs through <paramref name="segments"/> one after the other.
    /// What lies between segments is left out.
    /// </summary>
    /// <param name="rows">For each segment, 8 pointers to the first element of the row's segment.</param>
    /// <param name="segments">The segments, in ascending order.</param>
    /// <param name="count">Number of segments.</param>
    /// <param name="step">Distance between neighbouring elements of a row.</param>
    /// <param name="panel">32 columns for each k.</param>
    /// <param name="outputs">8 pointers to 32 totals each.</param>
    /// <param name="first">Whether the totals start here, from +0.</param>
    public static void Run(float** rows, Segment* segments, int count, nint step, float* panel, float** outputs, bool first)
    {
        switch (Bits)
        {
            case 512: MicroKernel512.Run(rows, segments, count, step, panel, outputs, first); break;
            case 256: MicroKernel256.Run(rows, segments, count, step, panel, outputs, first); break;
            case 128: MicroKernel128.Run(rows, segments, count, step, panel, outputs, first); break;
            case Unfused: MicroKernelUnfused.Run(rows, segments, count, step, panel, outputs, first); break;
            default: MicroKernelPortable.Run(rows, segments, count, step, panel, outputs, first); break;
        }
    }

    /// <summary>Uses a narrower kernel than the processor has, for tests. 0 goes back to the widest.</summary>
    internal static void Use(int bits) => Bits = bits == 0 ? WidestBits() : bits;

    private static int WidestBits() =>
        !Vector128.IsHardwareAccelerated ? Portable
        : !Fused.IsHardware ? Unfused
        : Vector512.IsHardwareAccelerated ? 512
        : Vector256.IsHardwareAccelerated ? 256
        : 128;
}
