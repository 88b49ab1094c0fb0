using System.Globalization;
using Repro.Runtime.Comparison;

namespace Repro.Cli.Diff;

/// <summary>What a comparison is called in every format.</summary>
internal static class DiffWords
{
    /// <summary>How to go on from an epoch that differs.</summary>
    public const string Operation =
        "to find the step and the operation: repro bisect NAME --against REVISION; or repro trace on both sides, then repro bisect";

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.SameBits => "same bits",
        Verdict.SameWithinRounding => "same within rounding",
        _ => "different",
    };

    /// <summary>The verdict of one experiment, with the reason.</summary>
    public static string Summary(RunDifference difference)
    {
        var inputs = difference.Inputs.Count == 0 ? "" : $"; changed: {string.Join(", ", difference.Inputs.Select(input => input.Name))}";
        return $"{Of(difference.Verdict)}{Reason(difference)}{inputs}";
    }

    /// <summary>The verdict of all, in one line.</summary>
    public static string Headline(DiffReport report)
    {
        List<DiffEntry> With(Verdict verdict) => [.. report.Entries.Where(entry => entry.Verdict == verdict)];
        var (same, rounding, different) = (With(Verdict.SameBits), With(Verdict.SameWithinRounding), With(Verdict.Different));
        var all = Count(report.Entries.Count);
        List<string> parts =
        [
            .. different.Count == 0 ? [] : (string[])[$"{Count(different.Count)} of {all} experiments "
                + $"differ{(different.Count == 1 ? "s" : "")} ({Names(different)})"],
            .. rounding.Count == 0 ? [] : (string[])[$"{Count(rounding.Count)} of {all} the same within rounding ({Names(rounding)})"],
            .. same.Count == 0 ? [] : (string[])[$"{Count(same.Count)} of {all} the same bits"],
        ];
        return report.Entries switch
        {
            [] => "same bits: there is nothing to compare",
            [var only] => $"{only.Name}: {only.Summary}",
            _ when same.Count == report.Entries.Count => $"same bits: all {all} experiments",
            _ => $"{Of(report.Verdict)}: {string.Join(", ", parts)}",
        };
    }

    /// <summary>The difference of a loss, as far as it can be said: <c>+42.9 % (5,021,123 ulp)</c>.</summary>
    public static string Size(ValueDifference value) => $"{Relative(value)} ({Ulps(value)})";

    public static string Relative(ValueDifference value) =>
        value.Ulps == 0 ? "0" : value.Relative is { } relative
            && double.IsFinite(relative) ? Number(100 * relative, "+0.###;-0.###", "+0.##E+0;-0.##E+0") + " %" : "—";

    public static string Absolute(ValueDifference value) =>
        double.IsFinite(value.Absolute) ? Number(value.Absolute, "+0.######;-0.######;0", "+0.###E+0;-0.###E+0") : "—";

    public static string Ulps(ValueDifference value) => value.Ulps is { } ulps ? $"{Count(ulps)} ulp" : "not finite";

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>An amount in at most four digits.</summary>
    public static string Amount(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>A hash by its first digits, anything else as it is.</summary>
    public static string Short(string value) => value.Length == 64 ? value[..16] + "…" : value;

    /// <summary>How the pixels of a picture differ.</summary>
    public static string Pixels(PictureDifference picture)
    {
        if (picture.Before is null || picture.After is null)
        {
            return picture.Before is null ? "was not captured before" : "is not captured any more";
        }

        if (picture.Pixels is not { } pixels)
        {
            return picture.Before.Size == picture.After.Size
                ? "differs; not both files are at hand"
                : $"has the size {picture.After.Size}, had {picture.Before.Size}";
        }

        var share = (100.0 * pixels.Changed / pixels.Count).ToString("0.#", CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(pixels.Changed)} of {Count(pixels.Count)} pixels ({share} %), largest change of 255: red {pixels.Red}, green "
            + $"{pixels.Green}, blue {pixels.Blue}");
    }

    /// <summary>How the final weights relate.</summary>
    public static string Weights(RunDifference difference) => difference.SameWeights switch
    {
        null => "not comparable",
        true => "same",
        _ => difference.Weights is { } weights ? $"{Count(weights.Count)} tensors differ" : "different",
    };

    /// <summary>The pictures in a cell.</summary>
    public static string Pictures(RunDifference difference) =>
        difference.Pictures.Count == 0 ? "same" : $"{Count(difference.Pictures.Count)} of {Count(difference.ComparedPictures)} differ";

    /// <summary>Where the first difference is, in a cell.</summary>
    public static string First(DiffEntry entry) => entry.Difference switch
    {
        null => "",
        { Epochs: [var first, ..] } =>
            string.Create(CultureInfo.InvariantCulture, $"epoch {first.Epoch}{(entry.FirstStep is { } step ? $", step {step}" : "")}"),
        { Pictures: [var picture, ..] } => string.Create(CultureInfo.InvariantCulture, $"picture of epoch {picture.Epoch}"),
        { SameWeights: false } => "final weights",
        _ => "",
    };

    /// <summary>
    /// The epochs of a difference that are worth a line: the first, the one with the largest difference of the loss, the last.
    /// </summary>
    public static IReadOnlyList<(string Name, EpochDifference Epoch)> Landmarks(RunDifference difference) => difference.Epochs.Count == 0
        ? []
        : [("first", difference.Epochs[0]), ("largest", difference.Largest!), ("last", difference.Epochs[^1])];

    private static string Reason(RunDifference difference) => difference switch
    {
        { Verdict: Verdict.SameBits } => "",
        { Verdict: Verdict.SameWithinRounding } => $": at most {Roundings(difference)} ulp, not growing",
        { Epochs: [], Pictures: [], SameWeights: false } => ": only the final weights",
        { Epochs: [], Pictures: [], SameWeights: null } =>
            $": {Count(difference.After.Snapshot.Epochs.Count)} epochs, were {Count(difference.Before.Snapshot.Epochs.Count)}; the "
            + $"first {Count(difference.LastEpoch)} are the same",
        { Epochs: [] } => $": only pictures, {Pictures(difference)}",
        { BeginsAsRounding: true, Departure: { } epoch } =>
            $" from epoch {Count(difference.Epochs[0].Epoch)}: begins as rounding ({Roundings(difference.Epochs[0])} ulp), more than "
            + $"that from epoch {Count(epoch)}",
        { BeginsAsRounding: true, Grows: true } =>
            $" from epoch {Count(difference.Epochs[0].Epoch)}: as small as rounding ({Roundings(difference)} ulp), but growing",
        _ => $" from epoch {Count(difference.Epochs[0].Epoch)}",
    };

    private static string Roundings(RunDifference difference) =>
        Ceiling(difference.Epochs.Select(epoch => epoch.Roundings ?? 0).DefaultIfEmpty().Max());

    private static string Roundings(EpochDifference epoch) => Ceiling(epoch.Roundings ?? 0);

    private static string Ceiling(double ulps) => Count((long)Math.Ceiling(ulps));

    private static string Number(double value, string plain, string scientific) =>
        value.ToString(value != 0 && (Math.Abs(value) >= 1e6 || Math.Abs(value) < 1e-3) ? scientific : plain, CultureInfo.InvariantCulture);

    private static string Names(List<DiffEntry> entries)
    {
        const int Most = 5;
        var names = string.Join(", ", entries.Take(Most).Select(entry => entry.Name));
        return entries.Count <= Most ? names : $"{names}, …";
    }
}
