using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Repro.Engine.Kernels.Lanes;
using Repro.Engine.Kernels.Products;

namespace Repro.Engine.Tests.Kernels;

/// <summary>
/// The suite is run again with DOTNET_EnableAVX512=0, DOTNET_EnableAVX2=0 and DOTNET_EnableHWIntrinsic=0; this shows that such a switch
/// took effect, so that a run under it is not one more run of the widest kernels.
/// </summary>
public class InstructionSetTests
{
    [Fact]
    public void SwitchesTookEffect()
    {
        if (IsOff("DOTNET_EnableAVX512"))
        {
            Assert.False(Vector512.IsHardwareAccelerated);
            Assert.True(MicroKernel.Bits < 512);
        }

        if (IsOff("DOTNET_EnableAVX2"))
        {
            Assert.False(Avx2.IsSupported);
            Assert.True(MicroKernel.Bits < 256);
        }

        if (IsOff("DOTNET_EnableHWIntrinsic"))
        {
            Assert.False(Vector128.IsHardwareAccelerated || Vector.IsHardwareAccelerated || Fused.IsHardware);
            Assert.Equal(MicroKernel.Portable, MicroKernel.Bits);
        }
    }

    private static bool IsOff(string variable) => Environment.GetEnvironmentVariable(variable) == "0";
}
