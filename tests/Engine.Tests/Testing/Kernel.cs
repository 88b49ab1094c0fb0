using System.Runtime.Intrinsics;
using Repro.Engine.Kernels.Lanes;
using Repro.Engine.Kernels.Products;

namespace Repro.Engine.Tests.Testing;

/// <summary>The kernels of products that this processor can run.</summary>
internal static class Kernel
{
    /// <summary>Every kernel, from the one that is preferred to the one that runs everywhere.</summary>
    public static readonly int[] All = [512, 256, 128, MicroKernel.Unfused, MicroKernel.Portable];

    /// <summary>Why a kernel cannot run here, or null if it can.</summary>
    public static string? Missing(int bits) =>
        bits >= 128 && !Fused.IsHardware ? "this processor, or its setting, has no fused multiply-add"
        : bits == 512 && !Vector512.IsHardwareAccelerated ? "this processor, or its setting, has no 512-bit vectors"
        : bits == 256 && !Vector256.IsHardwareAccelerated ? "this processor, or its setting, has no 256-bit vectors"
        : bits > MicroKernel.Portable && !Vector128.IsHardwareAccelerated ? "this processor, or its setting, has no vectors"
        : null;

    public static void Each(Action<int> body)
    {
        try
        {
            foreach (var bits in All)
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
