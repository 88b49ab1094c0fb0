using Repro.Runtime.Metrics;
using Repro.Runtime.Studies;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Report.Tests;

public sealed class MetricReaderTests : IDisposable
{
    private static readonly MetricFile Study = new("artifacts/paper/results.json", "repro paper", ["a", "b"]);
    private static readonly MetricFile Committed = new("docs/results.json", "repro paper", ["a", "b"]);

    private readonly TemporaryFolder root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public void NumbersAreThoseOfTheSameWeightsWithTheSpreadOverTheSeeds()
    {
        Write(
            Study,
            [Results.Measured("a", Samples.HashB, 1, 10), Results.Measured("a", "other", 2, 14), Results.Measured("a", "third", 3, 12)]);
        var metrics = Read(Results.Run("a")).Metrics!;
        Assert.Equal((Study.Path, 31.25), (metrics.File, metrics.NeighbourDistance));
        Assert.Equal([1L, 2, 3], metrics.Seeds);
        Assert.Equal([20, 40], metrics.Epochs.Select(epoch => epoch.Epoch));
        Assert.Equal(
            new MeasuredNumber(50, new Summary("a", 6, 40, "reconstruction_error", "gray levels", 3, 52, 2, 50, 54)),
            metrics.Epochs[1].Numbers.Single(number => number.Spread.Metric == "reconstruction_error"));
        Assert.Equal(
            ["loss", "loss: penalty", .. Metric.All.Select(metric => metric.Name)],
            metrics.Epochs[0].Numbers.Select(number => number.Spread.Metric));
        var baseline = Assert.Single(metrics.Baselines);
        Assert.Equal(("pca-4", 3), (baseline.Name, baseline.Components));
        Assert.Equal(
            new MeasuredNumber(7, new Summary("pca-4", 6, null, "reconstruction_error", "gray levels", 2, 8, Math.Sqrt(2), 7, 9)),
            baseline.Numbers[0]);
    }

    [Fact]
    public void RunsOfAnotherSpecificationOrLengthAreNotInTheSpread()
    {
        Write(Study, [Results.Measured("a", Samples.HashB, 1, 10), Results.Measured("a", "x", 2, 99, spec: "other"), Results.Measured(
            "a", "y", 3, 99, epochs: 60), Results.Measured("b", "z", 4, 99)]);
        Assert.Equal([1L], Read(Results.Run("a")).Metrics!.Seeds);
    }

    [Fact]
    public void NumbersOfOtherWeightsAreNeverShown()
    {
        Write(Study, [Results.Measured("a", "other", 1, 10)]);
        var read = Read(Results.Run("a"));
        Assert.Null(read.Metrics);
        Assert.Equal(
            "These weights have not been measured. 'artifacts/paper/results.json' has numbers of other weights of a alone. Measure them "
            + "with: repro paper", read.MetricsNote);
    }

    [Fact]
    public void TheFirstFileWithTheWeightsHasPrecedence()
    {
        Write(Committed, [Results.Measured("a", Samples.HashB, 1, 10)]);
        Assert.Equal(Committed.Path, Read(Results.Run("a")).Metrics!.File);
        Write(Study, [Results.Measured("a", Samples.HashB, 1, 10)]);
        Assert.Equal(Study.Path, Read(Results.Run("a")).Metrics!.File);
    }

    [Fact]
    public void WhatMakesThemIsNamed()
    {
        Assert.Equal("These weights have not been measured. Measure them with: repro paper", Read(Results.Run("a")).MetricsNote);
        Assert.Equal(
            "These weights have not been measured. Measure them with: repro report --measure c", Read(Results.Run("c")).MetricsNote);
        Assert.Equal(
            "These weights have not been measured. Measure them with: repro report --measure a",
            Read(Results.Overridden("a", 1, 4)).MetricsNote);
        var locked = Results.Run("c") with { Source = ResultSource.Lock };
        Assert.Equal(
            "These weights have not been measured. Measure them with: repro run c, then: repro report --measure c",
            Read(locked).MetricsNote);
        Assert.Equal("Without results there is nothing to measure.", Read(Results.WithoutResults("a")).MetricsNote);
    }

    [Fact]
    public void ADamagedFileIsAReasonAndNoFailure()
    {
        Directory.CreateDirectory(root.Join("artifacts", "paper"));
        File.WriteAllText(root.Join("artifacts", "paper", "results.json"), "{");
        Assert.StartsWith(
            "These weights have not been measured. 'artifacts/paper/results.json' has no results of a study: ",
            Read(Results.Run("a")).MetricsNote, StringComparison.Ordinal);
        Write(Committed, [Results.Measured("a", Samples.HashB, 1, 10)]);
        Assert.NotNull(Read(Results.Run("a")).Metrics);
    }

    private ReportedExperiment Read(ReportedExperiment experiment) =>
        new MetricReader(root.Path, [Study, Committed, RunMeasurer.File]).Read(experiment);

    private void Write(MetricFile file, IReadOnlyList<RunMetrics> runs)
    {
        var path = Path.Combine(root.Path, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        BaselineMetrics[] baselines = [new("pca-4", 1, 6, Samples.HashB, 3, Results.Model(7)), new(
            "pca-4", 2, 6, Samples.HashB, 3, Results.Model(9)), new("pca-9", 1, 6, Samples.HashB, 5, Results.Model(1))];
        File.WriteAllText(path, new StudyResults(runs, baselines, [new(6, Samples.HashB, 31.25)]).ToJson());
    }
}
