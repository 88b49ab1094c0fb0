using Repro.Runtime.Metrics;
using Repro.Runtime.Studies;

namespace Repro.Experiments.Paper;

/// <summary>The results, by what the page asks for: a value for each seed.</summary>
internal sealed class PaperNumbers(StudyResults results)
{
    public IReadOnlyList<long> Seeds { get; } = [.. results.Runs.Select(run => run.Seed).Distinct()];

    public string Engine => results.Runs[0].Engine;

    public int Runs => results.Runs.Count;

    /// <summary>A metric of an experiment after an epoch.</summary>
    public IReadOnlyList<double> Of(string experiment, int epoch, Func<ModelMetrics, double> metric) =>
        [.. Measured(experiment, epoch).Select(measured => metric(measured.Model))];

    /// <summary>The loss in evaluation mode, or a term of it.</summary>
    public IReadOnlyList<double> Loss(string experiment, int epoch, string term) =>
        [.. Measured(experiment, epoch).Select(measured => (double)measured.Loss.Single(value => value.Name == term).Value)];

    /// <summary>A metric of the baseline on so many images.</summary>
    public IReadOnlyList<double> Baseline(int images, Func<ModelMetrics, double> metric) =>
        [.. results.Baselines.Where(baseline => baseline.Images == images).Select(baseline => metric(baseline.Model))];

    /// <summary>How far so many training images are from the nearest other one; <c>null</c> of a lone image.</summary>
    public double? NeighbourDistance(int images) => results.Images.Single(set => set.Images == images).NeighbourDistance;

    private IEnumerable<EpochMetrics> Measured(string experiment, int epoch) =>
        results.Runs.Where(run => run.Experiment == experiment).Select(run => run.Epochs.Single(measured => measured.Epoch == epoch));
}
