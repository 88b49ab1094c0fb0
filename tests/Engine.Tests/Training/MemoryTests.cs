using Repro.Engine.Memory;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Training;

/// <summary>What a long training holds on to.</summary>
public class MemoryTests
{
    private const int Early = 10;
    private const int Late = 300;

    /// <summary>Managed memory that the collector and the just-in-time compiler may hold more or less of at any moment.</summary>
    private const long Slack = 256 * 1024;

    /// <summary>What threads may need at the same moment for the first time after the early epoch.</summary>
    private const long Coincidence = 4 * 1024 * 1024;

    [Fact]
    public void MemoryIsTheSameAfter300EpochsAsAfter10()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        manual_seed(42);
        using var outer = NewDisposeScope();
        using var model = new PaperModel(variational: true);
        using var optimizer = optim.Adam(model.parameters(), lr: 1e-3);
        var images = rand(1, 3, 64, 64);
        var (inUse, taken, managed) = (0L, 0L, 0L);
        for (var epoch = 1; epoch <= Late; epoch++)
        {
            using (NewDisposeScope())
            {
                var (loss, _, _) = model.Loss(images);
                optimizer.zero_grad();
                loss.backward();
                optimizer.step();
            }

            if (epoch == Early)
            {
                (inUse, taken, managed) = (BufferPool.BytesInUse, BufferPool.BytesTaken, GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        Assert.True(inUse > 0 && taken >= inUse);
        Assert.Equal(inUse, BufferPool.BytesInUse);
        Assert.InRange(BufferPool.BytesTaken, taken, taken + Coincidence);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true), 0, managed + Slack);
    }
}
