using System.Globalization;
using Repro.Runtime;
using Repro.Runtime.Artifacts;
using Repro.Runtime.Imaging;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Tests.Fixtures;
using Repro.Runtime.Training;

namespace Repro.Report.Tests;

/// <summary>Made-up results of experiments.</summary>
internal static class Results
{
    /// <summary>What would end an element, a string or a comment, or show something else than what is there.</summary>
    public const string Hostile = "</script><script>window.hacked = true</script><img src=x onerror=\"window.hacked = true\">'\"`&amp;<!--\\u0022\u2028{style-hash}";

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
            new SnapshotHeader(name, Samples.HashA, Samples.HashB, "exact, numerics 1", 3, epochs, 1738), results, [.. pictures.Select(picture => picture.Entry)], Samples.HashB);
        return new ReportedExperiment
        {
            Settings = Settings(name, epochs, number),
            Source = ResultSource.Run,
            Lock = LockState.Same,
            Note = "",
            Snapshot = snapshot,
            LearningRates = [.. results.Select(result => result.LearningRate!.Value)],
            Record = RunRecord.Of(snapshot, TimeSpan.FromSeconds(83.4), new FixedClock().GetUtcNow(), [FileDigest.Of("losses.csv", "a"u8)]) with { Machine = "a machine" },
            Pictures = pictures,
        };
    }

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
        var entry = new SnapshotPicture(epoch, kind, string.Create(CultureInfo.InvariantCulture, $"{image.Width}x{image.Height}"), image.Hash);
        return new ReportedPicture(entry, $"artifacts/{name}/captures/{entry.FileName}.png", image.ToPng());
    }

    private static ExperimentSettings Settings(string name, int epochs, int number) => Tiny.Settings with
    {
        Name = name,
        Epochs = epochs,
        Seed = number,
        Specification = string.Create(
            CultureInfo.InvariantCulture,
            $"experiments:\n  {name}:\n    architecture: linear\n    data: dots\n    seed: {number}\n    epochs: {epochs}\n    optimizer: {{ adam: {{ learning_rate: 1e-2 }} }}\ndata:\n  dots:\n    folder: data/dots\n"),
    };
}
