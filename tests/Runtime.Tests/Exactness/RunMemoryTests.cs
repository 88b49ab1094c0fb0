using Repro.Engine;
using Repro.Runtime.Runs;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Exactness;

/// <summary>The memory that a long run with checkpoints keeps.</summary>
public sealed class RunMemoryTests : IDisposable
{
    /// <summary>
    /// The losses of 290 epochs, and the buffers for their texts: 0.8 MiB. If each checkpoint left one state of the run behind, it would be
    /// three times this much.
    /// </summary>
    private const long Slack = 2 * 1024 * 1024;

    private readonly TemporaryFolder root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public void MemoryIsTheSameAfter300EpochsWithACheckpointEachAsAfter10()
    {
        var settings = Tiny.Settings with { Epochs = 300, Captures = [], Checkpoint = new() { Every = 1 } };
        using var data = Tiny.Data();
        var folder = RunFolder.Of(root.Path, settings, settings);
        var (managed, tensors) = (new Dictionary<int, long>(), new Dictionary<int, long>());
        var checkpoints = 0;
        var observer = new Observer
        {
            AtEpoch = epoch =>
            {
                checkpoints = Math.Max(checkpoints, folder.Checkpoints.Positions.Count);
                if (epoch is 10 or 300)
                {
                    managed[epoch] = GC.GetTotalMemory(forceFullCollection: true);
                    tensors[epoch] = TensorMemory.BytesInUse;
                }
            },
        };
        RunRecorder.Train(Tiny.Create(settings), data, folder, observer, new FixedClock(), CancellationToken.None);
        Assert.True(checkpoints > 0);
        Assert.Equal(tensors[10], tensors[300]);
        Assert.InRange(managed[300], 0, managed[10] + Slack);
    }
}
