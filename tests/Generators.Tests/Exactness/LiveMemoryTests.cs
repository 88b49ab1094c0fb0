using System.Runtime.CompilerServices;
using Repro.Engine;
using Repro.Generators.Tests.Emit;
using Repro.Runtime;
using Repro.Runtime.Captures;
using Repro.Runtime.Data;
using Repro.Runtime.Training;
using static TorchSharp.torch;

namespace Repro.Generators.Tests.Exactness;

/// <summary>
/// A training disposes all its tensors, with every optimizer, schedule, loss and kind, with captures and validation. Afterwards no more
/// memory is in use than before, and the garbage collector had nothing to do.
/// </summary>
[Collection(nameof(DefaultGenerator))]
public class LiveMemoryTests
{
    private static readonly Dictionary<string, Experiment> Experiments = (
        (string[])["smallest", "every-layer", "likes", "training", "blocks", "paper"])
        .SelectMany(file => Running.Catalog(SnapshotTests.Yaml(file)).Select(
            experiment => (Name: $"{file}: {experiment.Name}", Experiment: experiment)))
        .ToDictionary(entry => entry.Name, entry => entry.Experiment, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Experiments.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ATrainingDisposesItsTensors(string name)
    {
        var experiment = Experiments[name].With(epochs: 2);
        experiment = experiment with { Settings = experiment.Settings with { Captures = [1, 2] } };
        Collect();
        var (bytes, undisposed) = (TensorMemory.BytesInUse, TensorMemory.Undisposed);
        var diverged = false;
        try
        {
            Train(experiment);
        }
        catch (ReproException e) when (e.Message.Contains("diverged", StringComparison.Ordinal))
        {
            // Some networks of the samples cannot learn. Their last step has no backward pass, which would release its saved tensors, so
            // these are left to the collector.
            diverged = true;
        }

        Collect();
        Assert.Equal(0, TensorMemory.BytesInUse - bytes);
        Assert.True(diverged || TensorMemory.Undisposed == undisposed, $"{TensorMemory.Undisposed - undisposed} were not disposed");
    }

    [Fact]
    public void WhatIsNotDisposedIsFound()
    {
        Collect();
        var undisposed = TensorMemory.Undisposed;
        Forget();
        Collect();
        Assert.Equal(2, TensorMemory.Undisposed - undisposed);
    }

    [Fact]
    public void ATrainingThatIsStoppedDisposesItsTensors()
    {
        var experiment = Experiments["training: cyclical"];
        Collect();
        var (bytes, undisposed) = (TensorMemory.BytesInUse, TensorMemory.Undisposed);
        using (var stop = new CancellationTokenSource())
        {
            Assert.Throws<OperationCanceledException>(() => Train(experiment, new Stopping(stop), stop.Token));
        }

        Collect();
        Assert.Equal((0, 0), (TensorMemory.Undisposed - undisposed, TensorMemory.BytesInUse - bytes));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget()
    {
        _ = ones(3, 4);
        _ = tensor(new float[5]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Train(Experiment experiment, ITrainingObserver? observer = null, CancellationToken cancellationToken = default)
    {
        var settings = experiment.Settings.Data;
        using var generator = new Generator(7);
        using var data = new DataSet(rand(5, settings.Channels, settings.Height, settings.Width, generator: generator), "")
        {
            Validation = rand(3, settings.Channels, settings.Height, settings.Width, generator: generator),
        };
        Trainer.Train(experiment, data, observer ?? new Nobody(), cancellationToken);
    }

    private static void Collect()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private sealed class Stopping(CancellationTokenSource stop) : ITrainingObserver
    {
        public void EpochEnded(EpochResult epoch) => stop.Cancel();

        public void Captured(Capture capture)
        {
        }
    }

    private sealed class Nobody : ITrainingObserver
    {
        public void EpochEnded(EpochResult epoch)
        {
        }

        public void Captured(Capture capture)
        {
        }
    }
}
