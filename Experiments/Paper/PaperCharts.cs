using Repro.Runtime;
using Repro.Runtime.Charts;
using Repro.Runtime.Snapshots;

namespace Repro.Experiments.Paper;

/// <summary>The loss curves of the locked runs.</summary>
internal static class PaperCharts
{
    /// <summary>The loss of each experiment.</summary>
    public static LineChart Losses(SnapshotFolder snapshots, IEnumerable<Experiment> experiments) => new(
        "Loss in training", "epoch", "loss",
        [.. experiments.Select(experiment => new ChartSeries(
            experiment.Name, [.. Locked(snapshots, experiment.Name).Epochs.Select(epoch => new ChartPoint(epoch.Epoch, epoch.Loss))]))],
        ChartScale.Logarithmic);

    /// <summary>The terms of the VAE's loss.</summary>
    public static LineChart Terms(SnapshotFolder snapshots) =>
        LossChart.Of($"The terms of the loss of {Vae70.Name}", Locked(snapshots, Vae70.Name).Epochs);

    /// <summary>The snapshot of an experiment.</summary>
    /// <exception cref="ReproException">There is none.</exception>
    public static Snapshot Locked(SnapshotFolder snapshots, string experiment) => snapshots.TryRead(experiment)
        ?? throw new ReproException(
            $"{experiment} has no snapshot, and the page shows its pictures. Lock its run: repro accept {experiment}");
}
