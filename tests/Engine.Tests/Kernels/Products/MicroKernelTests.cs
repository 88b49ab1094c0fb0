using Repro.Engine.Kernels.Products;
using Repro.Engine.Tests.Testing;

namespace Repro.Engine.Tests.Kernels.Products;

/// <summary>The vector forms of the innermost loop beside the portable one, bit for bit.</summary>
public unsafe class MicroKernelTests
{
    [KernelFact(512)]
    public void KernelOf512BitsIsThePortableOne() => Compare(512);

    [KernelFact(256)]
    public void KernelOf256BitsIsThePortableOne() => Compare(256);

    [KernelFact(128)]
    public void KernelOf128BitsIsThePortableOne() => Compare(128);

    [KernelFact(MicroKernel.Unfused)]
    public void KernelWithoutFusedMultiplyAddIsThePortableOne() => Compare(MicroKernel.Unfused);

    [Fact]
    public void TheWidestKernelIsInUse()
    {
        var widest = Kernel.All.First(bits => Kernel.Missing(bits) is null);
        Assert.Equal(widest, MicroKernel.Bits);
    }

    private static void Compare(int bits)
    {
        try
        {
            for (var length = 1; length <= 257; length++)
            {
                foreach (var first in (ReadOnlySpan<bool>)[true, false])
                {
                    var expected = Run(MicroKernel.Portable, length, first);
                    Bits.Equal(expected, Run(bits, length, first), $"{length} long, {(first ? "first" : "later")} block");
                }
            }
        }
        finally
        {
            MicroKernel.Use(0);
        }
    }

    /// <summary>A block of one segment, or of two with a gap between them, with a step of 2 between neighbours of a row.</summary>
    private static float[] Run(int bits, int length, bool first)
    {
        const int Step = 2;
        MicroKernel.Use(bits);
        Segment[] segments = length < 4 ? [new(0, length)] : [new(0, length / 3), new((length / 3) + 1, length - (length / 3) - 1)];
        var left = length % 3 == 0
            ? Samples.WithSpecial(MicroKernel.Rows * length * Step, length)
            : Samples.Numbers(MicroKernel.Rows * length * Step, length);
        var panel = Samples.Numbers(length * MicroKernel.Columns, length + 1);
        var totals = Samples.Numbers(MicroKernel.Rows * MicroKernel.Columns, length + 2);
        fixed (float* l = left, p = panel, t = totals)
        fixed (Segment* parts = segments)
        {
            var rows = stackalloc float*[segments.Length * MicroKernel.Rows];
            var outputs = stackalloc float*[MicroKernel.Rows];
            for (var row = 0; row < MicroKernel.Rows; row++)
            {
                outputs[row] = t + (row * MicroKernel.Columns);
                for (var segment = 0; segment < segments.Length; segment++)
                {
                    rows[(segment * MicroKernel.Rows) + row] = l + (((row * length) + segments[segment].Start) * Step);
                }
            }

            MicroKernel.Run(rows, parts, segments.Length, Step, p, outputs, first);
        }

        return totals;
    }
}

/// <summary>A fact that is skipped, with the reason, where the processor cannot run a kernel.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class KernelFactAttribute : FactAttribute
{
    public KernelFactAttribute(int bits) => Skip = Kernel.Missing(bits)!;
}
