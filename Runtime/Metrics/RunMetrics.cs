using Repro.Runtime.Runs;

namespace Repro.Runtime.Metrics;

/// <summary>The measurements of a finished run, at each captured epoch and at its end.</summary>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Seed">The run's seed.</param>
/// <param name="Images">How many images it was trained on.</param>
/// <param name="Engine">The engine that trained and measured.</param>
/// <param name="Spec">Hash of its settings in <c>experiments.yaml</c>.</param>
/// <param name="Data">Hash of its images.</param>
/// <param name="Weights">Hash of its final weights.</param>
/// <param name="Epochs">The measurements, in the order of the epochs.</param>
public sealed record RunMetrics(
    string Experiment, long Seed, int Images, string Engine, string Spec, string Data, string Weights, IReadOnlyList<EpochMetrics> Epochs)
{
    /// <summary>
    /// Measures a finished run with the weights in its folder. It draws from separate random streams and changes nothing. The same run and
    /// data give the same bits.
    /// </summary>
    /// <param name="experiment">The run's experiment, with the seed and the number of epochs that the run had.</param>
    /// <param name="run">The run; see <see cref="Run.TryReadCurrent"/>.</param>
    /// <param name="data">The images that it was trained on.</param>
    /// <exception cref="ReproException">A file of weights cannot be read.</exception>
    public static RunMetrics Measure(Experiment experiment, Run run, MeasuredData data)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(data);
        var (settings, header) = (experiment.Settings, run.Snapshot.Header);
        IEnumerable<int> epochs = [.. settings.Captures.Where(epoch => epoch < settings.Epochs), settings.Epochs];
        return new(
            header.Experiment, header.Seed, data.Pixels.Count, header.Engine, header.Spec, header.Data, run.Snapshot.Weights!,
            [.. epochs.Select(epoch => Measure(experiment, epoch, run.Folder.WeightsPathAt(epoch, settings.Epochs), data))]);
    }

    private static EpochMetrics Measure(Experiment experiment, int epoch, string weights, MeasuredData data)
    {
        using var model = TrainedModel.Open(experiment, weights, epoch);
        return new(epoch, model.Loss(data.Images), ModelMetrics.Measure(model, data, experiment.Settings.Seed));
    }
}
