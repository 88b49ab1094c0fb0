using System.Globalization;
using Repro.Runtime;
using Repro.Runtime.Files;
using Repro.Runtime.Imaging;
using Repro.Runtime.Metrics;
using Repro.Runtime.Runs;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Tests.Fixtures;
using Repro.Runtime.Training;

namespace Repro.Report.Tests;

/// <summary>Made-up results of experiments.</summary>
internal static class Results
{
    /// <summary>What would end an element, a string or a comment, or show something else than what is there.</summary>
    public const string Hostile =
        "</script><script>window.hacked = true</script><img src=x onerror=\"window.hacked = true\">'\"`&amp;<!--\\u0022\u2028{style-hash}";

    /// <summary>A run of a number of epochs with pictures of 2×3 images of 8×8 pixels after two of them.</summary>
    public static ReportedExperiment Run(string name, int number = 1, int epochs = 40, Func<int, EpochResult>? epoch = null)
    {
        var results = Enumerable.Range(1, epochs).Select(epoch ?? (i => Epoch(i, number))).ToArray();
        ReportedPicture[] pictures =
        [
            .. new[] { epochs / 2, epochs }.SelectMany((captured, i) => new[] { "reconstructions", "samples", "interpolation" }
                .Select((kind, k) => Picture(name, captured, kind, Grid((100 * number) + (10 * i) + k)))),
        ];
        var snapshot = new Snapshot(
            new SnapshotHeader(
                name, Samples.HashA, Samples.HashB, "exact, numerics 1", 3, epochs,
                1738), results, [.. pictures.Select(picture => picture.Entry)], Samples.HashB);
        return new ReportedExperiment
        {
            Settings = Settings(name, epochs, number),
            Source = ResultSource.Run,
            Lock = LockState.Same,
            Note = "",
            Snapshot = snapshot,
            LearningRates = [.. results.Select(result => result.LearningRate!.Value)],
            Record = RunRecord.Of(
                snapshot, TimeSpan.FromSeconds(83.4), new FixedClock().GetUtcNow(),
                [FileDigest.Of("losses.csv", "a"u8)]) with { Machine = "a machine" },
            Pictures = pictures,
            Map = Map(number, LatentMapKind.BetweenImages),
        };
    }

    /// <summary>A map of 9×9 images of 8×8 pixels, different ones for every number.</summary>
    public static ReportedMap Map(int number, LatentMapKind kind)
    {
        const int side = (LatentMap.Side * 10) + 2;
        return ReportedMap.Of(new LatentMap(
            kind, new RgbImage(side, side, [.. Enumerable.Range(0, 3 * side * side).Select(i => (byte)((i * (number + 11)) ^ (i >> 4)))])));
    }

    /// <summary>A run that was given another number of epochs than the file says.</summary>
    public static ReportedExperiment Overridden(string name, int number, int epochs)
    {
        var run = Run(name, number, epochs);
        var folder = string.Create(CultureInfo.InvariantCulture, $"{name}.epochs-{epochs}");
        return run with
        {
            Overridden = new(folder, [new("epochs", epochs, 40)]), Lock = LockState.Overridden, Note = string.Create(
                CultureInfo.InvariantCulture, $"This run was given epochs {epochs} in place of 40."),
        };
    }

    /// <summary>The cells of a matrix of two axes.</summary>
    public static IReadOnlyList<ReportedExperiment> Cells(string matrix, IReadOnlyList<string> takes, IReadOnlyList<string> rates) =>
    [
        .. takes.SelectMany((take, i) => rates.Select((rate, k) =>
        {
            var run = Run($"{matrix}-{take}-{rate.Replace('.', '_')}", (10 * i) + k + 1);
            return run with { Settings = run.Settings with { Cell = new(
                matrix, [new("take", take), new("optimizer.adam.learning_rate", rate)]) } };
        })),
    ];

    /// <summary>What was measured of a run of <see cref="Run"/>, with numbers of its own for each seed.</summary>
    public static RunMetrics Measured(string name, string weights, long seed, double number, int epochs = 40, string? spec = null) => new(
        name, seed, 6, "exact, numerics 1", spec ?? Samples.HashA, Samples.HashB, weights,
        [.. new[] { epochs / 2, epochs }.Select(
            epoch => new EpochMetrics(epoch, [new("loss", (float)number), new("penalty", 0.5f)], Model(number + epoch)))]);

    public static ModelMetrics Model(double number) => new()
    {
        ReconstructionError = number,
        SampleToTraining = number + 0.125,
        TrainingToSample = 1e-7,
        SampleDiversity = 12345.678,
        CoveredImages = 5,
        FrechetDistance = 1.0 / 3,
        EnergyDistance = 0,
        LargestStep = 1,
        MidpointToTraining = 2.5,
        ActiveUnits = 4,
        LatentScale = 0.75,
    };

    public static ReportedExperiment WithoutResults(string name) => new()
    {
        Settings = Settings(name, 4, 1),
        Source = ResultSource.None,
        Lock = LockState.NotLocked,
        Note = $"{name} has no finished run.",
    };

    public static EpochResult Epoch(int epoch, int number) => new(
        epoch,
        (1000.5f / epoch) + number,
        [new("squared_error", 1000f / epoch), new("penalty", number + (0.5f / epoch))],
        epoch.ToString("x16", CultureInfo.InvariantCulture),
        0.001 / epoch)
    {
        Validation = [new("validation loss", epoch == 3 ? float.PositiveInfinity : 1100f / epoch)],
    };

    /// <summary>A picture of 3 columns and 2 rows of images, different ones for every number.</summary>
    public static RgbImage Grid(int number)
    {
        const int width = (3 * 10) + 2, height = (2 * 10) + 2;
        var pixels = new byte[3 * width * height];
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (byte)((i * (number + 7)) ^ (number * 29) ^ (i >> 3));
        }

        return new RgbImage(width, height, pixels);
    }

    public static ReportedPicture Picture(string name, int epoch, string kind, RgbImage image)
    {
        var entry = new SnapshotPicture(
            epoch, kind, string.Create(CultureInfo.InvariantCulture, $"{image.Width}x{image.Height}"), image.Hash);
        return new ReportedPicture(entry, $"artifacts/{name}/captures/{entry.FileName}.png", image.ToPng());
    }

    private static ExperimentSettings Settings(string name, int epochs, int number) => Tiny.Settings with
    {
        Name = name,
        Epochs = epochs,
        Seed = number,
        Specification = string.Create(
            CultureInfo.InvariantCulture,
            $"experiments:\n  {name}:\n    architecture: linear\n    data: dots\n    seed: {number}\n    epochs: {epochs}\n    "
            + $"optimizer: {{ adam: {{ learning_rate: 1e-2 }} }}\ndata:\n  dots:\n    folder: data/dots\n"),
    };
}
