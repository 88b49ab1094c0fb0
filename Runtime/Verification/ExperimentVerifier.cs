using Repro.Runtime.Data;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Training;

namespace Repro.Runtime.Verification;

/// <summary>Reruns locked experiments and compares them with their snapshots.</summary>
public sealed class ExperimentVerifier(SnapshotFolder snapshots)
{
    /// <summary>
    /// Reruns <paramref name="experiment"/>. When the result differs, its numbers and pictures are written beside the locked ones.
    /// </summary>
    /// <exception cref="ReproException">The experiment has no snapshot, or its snapshot cannot be read.</exception>
    public VerificationResult Verify(
        Experiment experiment, DataSet data, bool full, ITrainingObserver observer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        var verified = snapshots.TryRead(experiment.Name) ?? throw new ReproException(NoSnapshot(experiment.Name));
        var rerun = ReceivedResult.Train(experiment, data, full, observer, cancellationToken);
        var difference = SnapshotComparison.Compare(verified, rerun.Snapshot);
        if (difference is null)
        {
            snapshots.DeleteReceived(experiment.Name);
        }
        else
        {
            snapshots.WriteReceived(rerun.Snapshot, rerun.Captures, verified);
        }

        return new VerificationResult(experiment.Name, rerun.Snapshot.Epochs.Count, difference);
    }

    /// <summary>Whether an experiment has a snapshot.</summary>
    public bool IsLocked(Experiment experiment)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        return snapshots.Names.Contains(experiment.Name, StringComparer.Ordinal);
    }

    /// <summary>A sentence for each experiment without a snapshot.</summary>
    public IReadOnlyList<string> WithoutSnapshot(IEnumerable<Experiment> experiments) =>
        [.. experiments.Where(experiment => !IsLocked(experiment)).Select(experiment => NoSnapshot(experiment.Name))];

    /// <summary>A sentence for each snapshot that belongs to none of <paramref name="experiments"/>.</summary>
    public IReadOnlyList<string> WithoutExperiment(IEnumerable<Experiment> experiments) =>
    [
        .. snapshots.Names.Except(experiments.Select(experiment => experiment.Name), StringComparer.Ordinal).Select(name =>
            $"The snapshot '{snapshots.VerifiedPath(name)}' has no experiment in experiments.yaml. Put the experiment back, or delete "
            + "the snapshot and its pictures."),
    ];

    private static string NoSnapshot(string name) => $"{name} has no snapshot. Lock it with: repro run {name}, then: repro accept {name}";
}
