using Repro.Engine.Kernels.Products;
using Repro.Engine.Threading;

namespace Repro.Engine;

/// <summary>What the engine computes with on this machine. None of it changes a result.</summary>
public static class Processor
{
    /// <summary>
    /// The kernel of products in use: vectors of 512, 256 or 128 bits, or how it does without fused multiply-add or vectors.
    /// </summary>
    public static string Kernel => MicroKernel.Bits switch
    {
        MicroKernel.Portable => "scalar kernels, multiply-add in software",
        MicroKernel.Unfused => "128-bit kernels, multiply-add in software",
        var bits => $"{bits}-bit kernels",
    };

    /// <summary>Threads in use.</summary>
    public static int Threads => ThreadTeam.Size;
}
