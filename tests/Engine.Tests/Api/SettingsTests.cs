using static TorchSharp.torch;

namespace Repro.Engine.Tests.Api;

/// <summary>What can be set, and what can only be said.</summary>
public class SettingsTests
{
    [Fact]
    public void ThereIsNoGPU()
    {
        Assert.False(cuda.is_available());
        Assert.Equal(0, cuda.device_count());
        Assert.Contains("on the CPU, not on cuda", Assert.Throws<NotSupportedException>(() => CUDA).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SeedingGPUsLeavesTheStreamOfTheCPUAlone()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var expected = rand(4).data<float>().ToArray();
        manual_seed(3);
        cuda.manual_seed(9);
        cuda.manual_seed_all(9);
        Assert.Equal(expected, rand(4).data<float>().ToArray());
    }

    [Fact]
    public void TheDefaultTypeIsFloat32AndStays()
    {
        set_default_dtype(ScalarType.Float32);
        Assert.Equal(ScalarType.Float32, get_default_dtype());
        Assert.Contains(
            "not Float64", Assert.Throws<NotSupportedException>(() => set_default_dtype(ScalarType.Float64)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => set_default_dtype(ScalarType.Int64));
        Assert.Equal(ScalarType.Float32, zeros(1).dtype);
    }

    [Fact]
    public void SettingsOfOtherLibrariesAreKept()
    {
        Assert.Equal(
            (true, false, true),
            (backends.cudnn.allow_tf32, backends.cuda.matmul.allow_tf32, backends.cuda.matmul.allow_fp16_reduced_precision_reduction));
        backends.cudnn.allow_tf32 = false;
        Assert.False(backends.cudnn.allow_tf32);
        backends.cudnn.allow_tf32 = true;
    }

    [Fact]
    public void OperationsFollowOneAnother()
    {
        set_num_interop_threads(4);
        Assert.Equal(1, get_num_interop_threads());
        Assert.Throws<ArgumentOutOfRangeException>(() => set_num_interop_threads(0));
    }

    [Fact]
    public void InferenceModeEndsRecordingAndIsRestored()
    {
        using var scope = NewDisposeScope();
        var x = ones(1, requires_grad: true);
        using (inference_mode())
        {
            Assert.True(is_inference_mode_enabled());
            Assert.False((x * 2).requires_grad);
            using (inference_mode(false))
            {
                Assert.False(is_inference_mode_enabled());
                Assert.True((x * 2).requires_grad);
            }

            using (enable_grad())
            {
                Assert.True(is_inference_mode_enabled());
            }

            Assert.False(is_grad_enabled());
        }

        Assert.False(is_inference_mode_enabled());
        Assert.True(is_grad_enabled());
    }
}
