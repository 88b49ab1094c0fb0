using Repro.Runtime.Captures;
using Repro.Runtime.Data;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Training;

namespace Repro.Runtime.Verification;

/// <summary>The result of training an experiment again, from the start, to compare it with its snapshot.</summary>
/// <param name="Snapshot">The numbers of the epochs that were trained.</param>
/// <param name="Captures">The pictures of these epochs.</param>
public sealed record ReceivedResult(Snapshot Snapshot, IReadOnlyList<Capture> Captures)
{
    /// <summary>The number of epochs of a rerun that is not full.</summary>
    public const int FirstEpochs = 10;

    /// <summary>Trains the experiment's first epochs, or all of them.</summary>
    public static ReceivedResult Train(
        Experiment experiment, DataSet data, bool full, ITrainingObserver observer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        var settings = experiment.Settings;
        var result = Trainer.Train(experiment.With(epochs: Epochs(settings, full)), data, observer, cancellationToken);
        return new ReceivedResult(Snapshot.Of(settings, data, result), result.Captures);
    }

    /// <summary>The number of epochs that a rerun trains.</summary>
    public static int Epochs(ExperimentSettings settings, bool full)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return full ? settings.Epochs : Math.Min(FirstEpochs, settings.Epochs);
    }
}
