using System.Text.Encodings.Web;
using System.Text.Json;
using Repro.Runtime.Comparison;
using Repro.Runtime.Snapshots;

namespace Repro.Cli.Diff;

/// <summary>The comparison for programs; <c>docs/diff.md</c> describes it.</summary>
internal static class DiffJson
{
    /// <summary>The version of the format.</summary>
    public const int Version = 1;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(DiffReport report, PictureFiles? pictures) => JsonSerializer.Serialize(
        new
        {
            Format = Version,
            Verdict = DiffWords.Of(report.Verdict),
            Summary = DiffWords.Headline(report),
            report.Before,
            report.After,
            Specification = report.Specification.Select(change => new { change.File, change.Lines }),
            Experiments = report.Entries.Select(entry => Entry(entry, pictures)),
        },
        Format) + "\n";

    private static object Entry(DiffEntry entry, PictureFiles? pictures) => new
    {
        entry.Name,
        Verdict = DiffWords.Of(entry.Verdict),
        entry.Summary,
        entry.First,
        FirstEpoch = entry.Difference?.Epochs is [var first, ..] ? first.Epoch : (int?)null,
        entry.FirstStep,
        Inputs = entry.Difference?.Inputs ?? [],
        Epochs = entry.Difference?.Epochs.Select(Epoch) ?? [],
        entry.Difference?.Grows,
        Curves = entry.Difference is { } compared && pictures is not null
            ? pictures.Curves(compared).Select(curve => new { curve.Name, File = curve.Path })
            : [],
        Pictures = entry.Difference?.Pictures.Select(picture => Picture(entry.Difference, picture, pictures)) ?? [],
        SameWeights = entry.Difference is null ? entry.Verdict == Verdict.SameBits ? true : null : entry.Difference.SameWeights,
        Weights = entry.Difference?.Weights?.Select(
            weight => new { weight.Name, weight.Changed, weight.Count, Largest = Finite(weight.Largest) }),
    };

    private static object Epoch(EpochDifference epoch) => new
    {
        epoch.Epoch,
        Roundings = epoch.Roundings is { } roundings ? Finite(roundings) : null,
        Values = epoch.Values.Select(value => new
        {
            value.Name,
            Before = Finite(value.Before),
            After = Finite(value.After),
            BeforeBits = FloatText.Bits(value.Before),
            AfterBits = FloatText.Bits(value.After),
            Absolute = Finite(value.Absolute),
            Relative = value.Relative is { } relative ? Finite(relative) : null,
            value.Ulps,
        }),
    };

    private static object Picture(RunDifference difference, PictureDifference picture, PictureFiles? pictures) => new
    {
        picture.Epoch,
        picture.Kind,
        BeforeHash = picture.Before?.Hash,
        AfterHash = picture.After?.Hash,
        picture.Pixels?.Changed,
        Pixels = picture.Pixels?.Count,
        picture.Pixels?.Red,
        picture.Pixels?.Green,
        picture.Pixels?.Blue,
        Before = pictures?.Find(difference, picture, "before"),
        After = pictures?.Find(difference, picture, "after"),
        Difference = pictures?.Find(difference, picture, "difference"),
        Gain = picture.Pixels?.Gain,
    };

    // JSON has no infinity and no NaN.
    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
