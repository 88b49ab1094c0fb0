using System.Runtime.Intrinsics;
using Repro.Engine.Kernels.Products;

namespace Repro.Engine.Tests.Testing;

/// <summary>The kernels of products that this processor can run; 1 is the portable one.</summary>
internal static class Kernel
{
    /// <summary>Why a kernel cannot run here, or null if it can.</summary>
    public static string? Missing(int bits) =>
        bits > 1 && !Fused.IsHardware ? "this processor, or its setting, has no fused multiply-add"
        : bits == 512 && !Vector512.IsHardwareAccelerated ? "this processor, or its setting, has no 512-bit vectors"
        : bits == 256 && !Vector256.IsHardwareAccelerated ? "this processor, or its setting, has no 256-bit vectors"
        : null;

    public static void Each(Action<int> body)
    {
        try
        {
            foreach (var bits in (ReadOnlySpan<int>)[512, 256, 128, 1])
            {
                if (Missing(bits) is null)
                {
                    MicroKernel.Use(bits);
                    body(bits);
                }
            }
        }
        finally
        {
            MicroKernel.Use(0);
        }
    }
}
