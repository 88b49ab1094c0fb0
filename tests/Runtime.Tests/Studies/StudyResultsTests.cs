using Repro.Runtime.Metrics;
using Repro.Runtime.Studies;
using Repro.Runtime.Tests.Fixtures;
using Repro.Runtime.Training;

namespace Repro.Runtime.Tests.Studies;

/// <summary><see cref="StudyResults"/>, <see cref="Measurement"/>, <see cref="Summary"/> and <see cref="StudyTables"/>.</summary>
public class StudyResultsTests
{
    [Fact]
    public void TheJsonGivesBackEveryBit()
    {
        var results = Results();
        var read = StudyResults.Parse(results.ToJson(), "results.json");
        Assert.Equal(results.ToJson(), read.ToJson());
        Assert.Equal(Measurement.Of(results), Measurement.Of(read));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{ \"runs\": [] }")]
    [InlineData("{ \"runs\": [], \"baselines\": [], \"images\": null }")]
    public void WhatIsNoResultsIsNamed(string json) =>
        Assert.StartsWith(
            "'x.json' has no results of a study: ", Assert.Throws<ReproException>(() => StudyResults.Parse(json, "x.json")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void EveryNumberIsAMeasurement()
    {
        var measurements = Measurement.Of(Results());
        Assert.Equal((2 * (2 + Metric.All.Count)) + Metric.All.Count + 1, measurements.Count);
        Assert.Equal(new Measurement("tiny", 6, 3, 10, "loss", "", 7.5), measurements[0]);
        Assert.Equal(new Measurement("tiny", 6, 3, 10, "loss: squared_error", "", 7.25), measurements[1]);
        Assert.Equal(new Measurement("tiny", 6, 3, 10, "reconstruction_error", "gray levels", 1.5), measurements[2]);
        Assert.Equal(new Measurement("pca-4", 6, 3, null, "latent_scale", "", 0.1), measurements[^2]);
        Assert.Equal(new Measurement("training images", 6, null, null, "neighbour_distance", "gray levels", 31.25), measurements[^1]);
    }

    [Fact]
    public void ASummaryIsOverTheSeeds()
    {
        var summary = Assert.Single(Summary.Of(
        [
            new("tiny", 6, 1, 10, "loss", "", 2), new("tiny", 6, 2, 10, "loss", "", 4), new("tiny", 6, 3, 10, "loss", "", 9),
        ]));
        Assert.Equal(new Summary("tiny", 6, 10, "loss", "", 3, 5, Math.Sqrt((9 + 1 + 16) / 2.0), 2, 9), summary);
    }

    [Theory]
    [MemberData(nameof(Cultures.NumberSigns), MemberType = typeof(Cultures))]
    public void TheTablesAreTheSameInEveryCulture(string culture, string decimalSign, string minus)
    {
        Measurement[] measurements = [new("tiny", 6, 3, 10, "loss", "", -0.1), new(
            "training images", 6, null, null, "neighbour_distance", "gray levels", 1.0 / 3)];
        Assert.NotEmpty(culture);
        Assert.Equal(
            """
            model,images,seed,epoch,metric,unit,value
            tiny,6,3,10,loss,,-0.1
            training images,6,,,neighbour_distance,gray levels,0.3333333333333333

            """.ReplaceLineEndings("\n"),
            Cultures.In(decimalSign, minus, () => StudyTables.Csv(measurements)));
        Assert.Equal(
            """
            model,images,epoch,metric,unit,seeds,mean,standard_deviation,least,most
            tiny,6,10,loss,,1,-0.1,0,-0.1,-0.1
            training images,6,,neighbour_distance,gray levels,1,0.3333333333333333,0,0.3333333333333333,0.3333333333333333

            """.ReplaceLineEndings("\n"),
            Cultures.In(decimalSign, minus, () => StudyTables.Csv(Summary.Of(measurements))));
    }

    [Fact]
    public void TheTablesAreFiles()
    {
        using var root = new TemporaryFolder();
        StudyTables.Write(root.Join("artifacts", "paper"), Results());
        string[] files = ["measurements.csv", "measurements.json", "results.json", "summary.csv", "summary.json"];
        Assert.Equal(files, Directory.GetFiles(root.Join("artifacts", "paper")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(Results().ToJson(), File.ReadAllText(root.Join("artifacts", "paper", "results.json")));
        using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllText(root.Join("artifacts", "paper", "summary.json")));
        Assert.Equal("standard_deviation", json.RootElement[0].EnumerateObject().ElementAt(7).Name);
    }

    [Fact]
    public void AFileInTheFoldersPlaceIsNamed()
    {
        using var root = new TemporaryFolder();
        File.WriteAllText(root.Join("artifacts"), "");
        Assert.StartsWith(
            $"The folder '{root.Join("artifacts", "paper")}' cannot be made: ",
            Assert.Throws<ReproException>(
                () => StudyTables.Write(root.Join("artifacts", "paper"), Results())).Message, StringComparison.Ordinal);
    }

    private static StudyResults Results() => new(
        [
            new("tiny", 3, 6, "exact, numerics 1", Samples.HashA, Samples.HashB, Samples.HashA,
            [
                new(10, [new TermValue("loss", 7.5f), new TermValue("squared_error", 7.25f)], Model(1.5)),
                new(20, [new TermValue("loss", 0.1f), new TermValue("squared_error", 1e-7f)], Model(1.0 / 3)),
            ]),
        ],
        [new("pca-4", 3, 6, Samples.HashB, 4, Model(2))],
        [new(6, Samples.HashB, 31.25), new(1, Samples.HashA, null)]);

    private static ModelMetrics Model(double error) => new()
    {
        ReconstructionError = error,
        SampleToTraining = 0.2,
        TrainingToSample = 3,
        SampleDiversity = 4,
        CoveredImages = 5,
        FrechetDistance = 1e-9,
        EnergyDistance = 7,
        LargestStep = 8,
        MidpointToTraining = 9,
        ActiveUnits = 10,
        LatentScale = 0.1,
    };
}
