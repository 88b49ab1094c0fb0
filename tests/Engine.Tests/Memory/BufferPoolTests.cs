using Repro.Engine.Memory;
using Repro.Engine.Tests.Testing;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Memory;

public class BufferPoolTests
{
    [Fact]
    public void BuffersAreLargeEnoughAlignedAndUsedAgain()
    {
        for (var bytes = 0L; bytes < 100_000; bytes = (bytes * 5 / 4) + 1)
        {
            var before = BufferPool.BytesInUse;
            var (address, sizeClass) = BufferPool.Rent(bytes);
            var rented = BufferPool.BytesInUse - before;
            Assert.True(rented >= bytes && rented <= Math.Max(64, (bytes + 64) * 5 / 4), $"{rented} bytes for {bytes}");
            Assert.Equal(0, address % 64);
            BufferPool.Return(address, sizeClass);
            Assert.Equal((address, sizeClass), BufferPool.Rent(bytes));
            BufferPool.Return(address, sizeClass);
            Assert.Equal(before, BufferPool.BytesInUse);
        }
    }

    [Fact]
    public void ATrainingStepReturnsAllItsMemory()
    {
        Collect();
        using var model = nn.Sequential(
            nn.Conv2d(3, 20, 4, 2, 1), nn.BatchNorm2d(20), nn.LeakyReLU(0.2), nn.ConvTranspose2d(20, 3, 4, 2, 1), nn.Sigmoid());
        using var adam = optim.Adam(model.parameters());
        using var images = rand(4, 3, 8, 8);
        Step(model, adam, images);
        Collect();
        var before = BufferPool.BytesInUse;
        for (var step = 0; step < 3; step++)
        {
            Step(model, adam, images);
            Assert.Equal(before, BufferPool.BytesInUse);
        }
    }

    [Fact]
    public void MemoryThatNobodyDisposedComesBackWithTheGarbageCollector()
    {
        Collect();
        var before = BufferPool.BytesInUse;
        Drop();
        Assert.True(BufferPool.BytesInUse > before);
        Collect();
        Assert.Equal(before, BufferPool.BytesInUse);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static void Drop() => zeros(100_000);
    }

    [Fact]
    public void SizesBeyondAllMemoryAreRefusedAndLeaveThePoolWhole()
    {
        Collect();
        var before = BufferPool.BytesInUse;
        Assert.ThrowsAny<Exception>(() => empty(1L << 62));
        Assert.ThrowsAny<Exception>(() => empty(1L << 50));
        Assert.Throws<ArgumentException>(() => empty(-1));
        Collect();
        Assert.Equal(before, BufferPool.BytesInUse);
        var (address, sizeClass) = BufferPool.Rent(1);
        Assert.NotEqual(0, address);
        BufferPool.Return(address, sizeClass);
    }

    // The garbage collector may come at any moment between a kernel's first and last read.
    [Fact]
    public void CollectionsDuringKernelsDoNoHarm()
    {
        var (x, w) = (Samples.Tensor(1, 40, 300), Samples.Tensor(2, 300, 64));
        var expected = x.mm(w).relu().sum(1).Values();
        using var stop = new CancellationTokenSource();
        var collector = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                Collect();
            }
        });
        collector.Start();
        for (var round = 0; round < 150; round++)
        {
            // No scope: temporaries are the collector's as soon as their last use has begun.
            Bits.Equal(expected, (x * 1).mm(w + 0).relu().sum(1).Values(), $"round {round}");
        }

        stop.Cancel();
        collector.Join();
    }

    private static void Step(nn.Module<Tensor, Tensor> model, Adam adam, Tensor images)
    {
        using var scope = NewDisposeScope();
        adam.zero_grad();
        nn.functional.mse_loss(model.call(images), images).backward();
        adam.step();
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
