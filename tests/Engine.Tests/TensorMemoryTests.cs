using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace Repro.Engine.Tests;

public class TensorMemoryTests
{
    [Fact]
    public void BytesAreInUseFromTheMakingOfATensorToItsEnd()
    {
        Collect();
        var before = TensorMemory.BytesInUse;
        using (var x = zeros(1000))
        {
            Assert.InRange(TensorMemory.BytesInUse - before, 4000, 5000);
            using var view = x.view(10, 100);
            x.Dispose();
            Assert.InRange(TensorMemory.BytesInUse - before, 4000, 5000);
        }

        Assert.Equal(before, TensorMemory.BytesInUse);
        using var shared = from_array(new float[1000]);
        Assert.Equal(before, TensorMemory.BytesInUse);
    }

    [Fact]
    public void OnlyWhatNobodyDisposedIsCounted()
    {
        Collect();
        var before = TensorMemory.Undisposed;
        Dispose(5);
        Collect();
        Assert.Equal(before, TensorMemory.Undisposed);
        Drop(3);
        Collect();
        Assert.Equal(before + 3, TensorMemory.Undisposed);
    }

    // What a deferred content would be computed from is let go of, whether it was computed or never read.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ContentThatWaitsLetsGoOfItsSource(bool read)
    {
        Collect();
        using var norm = nn.BatchNorm2d(3);
        using var x = rand(2, 3, 4, 4);
        Step();
        Collect();
        var before = TensorMemory.BytesInUse;
        Step();
        Assert.Equal(before, TensorMemory.BytesInUse);

        void Step()
        {
            using var scope = NewDisposeScope();
            using var withoutGradients = no_grad();
            var y = norm.call(x);
            Assert.NotNull(y.Storage.Deferred);
            Assert.Equal(read, read && y.Storage.Address != 0);
        }
    }

    // The graph is released by the backward pass, so that the collector finds nothing either.
    [Fact]
    public void ABackwardPassLeavesNothingToTheCollector()
    {
        Collect();
        var before = TensorMemory.Undisposed;
        using (NewDisposeScope())
        {
            var x = rand([2L, 3, 4, 4], requires_grad: true);
            using var norm = nn.BatchNorm2d(3);
            norm.call(x).exp().sum().backward();
        }

        Collect();
        Assert.Equal(before, TensorMemory.Undisposed);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Dispose(int count)
    {
        for (var i = 0; i < count; i++)
        {
            zeros(10).Dispose();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _ = zeros(10);
        }
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
