using Repro.Runtime.Data;
using Repro.Runtime.Metrics;
using Repro.Runtime.Runs;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Tests.Fixtures;
using static TorchSharp.torch;

namespace Repro.Runtime.Tests.Metrics;

/// <summary><see cref="RunMetrics"/> and <see cref="TrainedModel"/>.</summary>
public sealed class RunMetricsTests : IDisposable
{
    private readonly TemporaryFolder root = new();
    private readonly DataSet data = Tiny.Data();

    public void Dispose()
    {
        data.Dispose();
        root.Dispose();
    }

    [Fact]
    public void AFinishedRunIsMeasuredAtItsCaptures()
    {
        var run = Train(Tiny.Experiment);
        var metrics = Measure(Tiny.Experiment, run);
        Assert.Equal(("tiny", 3L, 6, EngineIdentity.Current), (metrics.Experiment, metrics.Seed, metrics.Images, metrics.Engine));
        Assert.Equal((Samples.HashA, data.Hash, run.Snapshot.Weights), (metrics.Spec, metrics.Data, metrics.Weights));
        Assert.Equal([2, 4], metrics.Epochs.Select(epoch => epoch.Epoch));
        Assert.Equal(["loss", "squared_error", "penalty"], metrics.Epochs[0].Loss.Select(term => term.Name));
        Assert.NotEqual(metrics.Epochs[0].Model, metrics.Epochs[1].Model);
        // Training lowers the error, and the loss of the same epoch.
        Assert.True(metrics.Epochs[1].Model.ReconstructionError < metrics.Epochs[0].Model.ReconstructionError);
    }

    [Fact]
    public void ARunWithoutCapturesIsMeasuredAtItsEnd()
    {
        var experiment = Tiny.Create(Tiny.Settings with { Captures = [] });
        Assert.Equal([4], Measure(experiment, Train(experiment)).Epochs.Select(epoch => epoch.Epoch));
    }

    [Fact]
    public void AnEpochIsMeasuredAsTheEndOfAShorterRun()
    {
        var whole = Measure(Tiny.Experiment, Train(Tiny.Experiment));
        var shorter = Tiny.Experiment.With(epochs: 2);
        var end = Assert.Single(Measure(shorter, Train(shorter)).Epochs);
        Assert.Equal(whole.Epochs[0].Model, end.Model);
        Assert.Equal(whole.Epochs[0].Loss, end.Loss);
    }

    [Fact]
    public void MeasuringChangesNothingAndGivesTheSameBitsAgain()
    {
        var run = Train(Tiny.Experiment);
        var first = Measure(Tiny.Experiment, run);
        manual_seed(5);
        var undisturbed = randn(3).data<float>().ToArray();
        manual_seed(5);
        var second = Measure(Tiny.Experiment, run);
        Assert.Equal(undisturbed, randn(3).data<float>().ToArray());
        Assert.Equal(first.Epochs.Select(epoch => epoch.Model), second.Epochs.Select(epoch => epoch.Model));
        Assert.NotNull(Run.TryReadCurrent(RunFolder.Of(root.Path, Tiny.Settings), Tiny.Experiment, data, out _));
    }

    [Fact]
    public void WeightsThatAreGoneAreNamedAndTheRunIsNoLongerFinished()
    {
        var run = Train(Tiny.Experiment);
        var weights = run.Folder.WeightsPathAt(2, 4);
        File.Delete(weights);
        var error = Assert.Throws<ReproException>(() => Measure(Tiny.Experiment, run));
        Assert.StartsWith($"The weights of tiny in '{weights}' cannot be read: ", error.Message, StringComparison.Ordinal);
        Assert.Null(Run.TryReadCurrent(RunFolder.Of(root.Path, Tiny.Settings), Tiny.Experiment, data, out _));
    }

    [Fact]
    public void ARunThatCannotBeMeasuredAtEveryCaptureIsStale()
    {
        var run = Train(Tiny.Experiment);
        var more = Tiny.Create(Tiny.Settings with { Captures = [1, 2, 4] });
        Assert.Null(Run.TryReadCurrent(RunFolder.Of(root.Path, Tiny.Settings), more, data, out var stale));
        Assert.Equal($"tiny has a run in '{run.Folder.Path}' without the weights of epoch 1.", stale);
    }

    private RunMetrics Measure(Experiment experiment, Run run) => RunMetrics.Measure(experiment, run, new MeasuredData(data));

    private Run Train(Experiment experiment) => RunRecorder.Train(
        experiment, data, RunFolder.Of(
            root.Path, Tiny.Settings, experiment.Settings), new Observer(), new FixedClock(), CancellationToken.None);
}
