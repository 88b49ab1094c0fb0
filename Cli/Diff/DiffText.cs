using System.Globalization;
using Repro.Runtime.Comparison;
using Repro.Runtime.Snapshots;
using Spectre.Console;

namespace Repro.Cli.Diff;

/// <summary>The comparison for a terminal or a text file: the verdict, a table, then the details of each difference.</summary>
internal static class DiffText
{
    private const int MostWeights = 5;

    public static void Write(IAnsiConsole console, DiffReport report, PictureFiles? pictures)
    {
        console.WriteLine(DiffWords.Headline(report), new Style(Colour(report.Verdict), decoration: Decoration.Bold));
        console.WriteLine($"before: {report.Before}");
        console.WriteLine($"after:  {report.After}");
        List<DiffEntry> notable = [.. report.Entries.Where(entry => entry.Verdict != Verdict.SameBits || entry.HasDetails)];
        if (report.Entries.Count > 1 && notable.Count > 0)
        {
            console.Write(Table(notable));
        }

        foreach (var change in report.Specification)
        {
            console.WriteLine();
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{change.File}: {change.Lines.Count} changed lines"));
            Indented(console, ChangedLines.Text(change.Lines));
        }

        foreach (var entry in notable.Where(entry => entry.HasDetails))
        {
            console.WriteLine();
            Details(console, entry, pictures);
        }
    }

    private static Table Table(List<DiffEntry> entries)
    {
        var table = new Table().AddColumns(
            "experiment", "verdict", "first difference", "largest loss difference", "last loss difference", "pictures", "weights");
        foreach (var entry in entries)
        {
            var difference = entry.Difference;
            table.AddRow(
            [
                new Text(entry.Name),
                new Text(entry.Summary, new Style(Colour(entry.Verdict))),
                new Text(DiffWords.First(entry)),
                new Text(difference?.Largest is { } largest ? DiffWords.Size(largest.Loss) : ""),
                new Text(difference?.Epochs is [.., var last] ? DiffWords.Size(last.Loss) : ""),
                new Text(difference is null ? "" : DiffWords.Pictures(difference)),
                new Text(difference is null ? "" : DiffWords.Weights(difference)),
            ]);
        }

        return table;
    }

    private static void Details(IAnsiConsole console, DiffEntry entry, PictureFiles? pictures)
    {
        var difference = entry.Difference!;
        console.WriteLine($"{entry.Name}: {entry.Summary}", new Style(Colour(entry.Verdict)));
        foreach (var input in difference.Inputs)
        {
            Indented(console, $"{input.Name} is {DiffWords.Short(input.After)}, was {DiffWords.Short(input.Before)}");
        }

        if (entry.First is { } first)
        {
            Indented(console, $"first at {first}");
        }

        if (difference.Epochs.Count > 0)
        {
            console.Write(new Padder(Losses(difference), new Padding(2, 0, 0, 0)));
            var (before, after) = Curves.Draw(difference);
            Indented(console, $"loss before  {before}\nloss after   {after}");
            foreach (var curve in pictures?.Curves(difference) ?? [])
            {
                Indented(console, $"curve of {curve.Name}: {curve.Path}");
            }
        }

        foreach (var picture in difference.Pictures)
        {
            var file = pictures?.Find(difference, picture, "difference") is { } path
                ? string.Create(CultureInfo.InvariantCulture, $"\n  {path} (amplified {DiffWords.Amount(picture.Pixels!.Gain)} times)")
                : "";
            Indented(console, string.Create(
                CultureInfo.InvariantCulture, $"picture of epoch {picture.Epoch}, {picture.Kind}: {DiffWords.Pixels(picture)}{file}"));
        }

        Indented(console, $"final weights: {DiffWords.Weights(difference)}");
        foreach (var weight in Worst(difference))
        {
            Indented(console, $"  {Describe(weight)}");
        }

        if (difference.Epochs.Count > 0)
        {
            Indented(console, DiffWords.Operation);
        }

        if (pictures is null && (difference.Pictures.Count > 0 || difference.Epochs.Count > 0))
        {
            Indented(
                console,
                "--pictures FOLDER writes the curves before and after, and the pictures before, after, and their amplified difference.");
        }
    }

    /// <summary>The weights with the largest differences.</summary>
    internal static IEnumerable<WeightDifference> Worst(RunDifference difference) =>
        (difference.Weights ?? []).OrderByDescending(
            weight => double.IsNaN(weight.Largest) ? double.PositiveInfinity : weight.Largest).Take(MostWeights);

    internal static string Describe(WeightDifference weight) => weight.Changed is { } changed
        ? $"{weight.Name}: {DiffWords.Count(changed)} of {DiffWords.Count(weight.Count)} values, by at most "
            + $"{DiffWords.Amount(weight.Largest)}"
        : $"{weight.Name}: another shape or type, or only one run has it";

    private static Grid Losses(RunDifference difference)
    {
        var grid = new Grid().AddColumns(7);
        grid.AddRow("loss", "epoch", "before", "after", "absolute", "relative", "ulp");
        foreach (var (name, epoch) in DiffWords.Landmarks(difference))
        {
            var loss = epoch.Loss;
            grid.AddRow(
            [
                new Text(name), new Text(DiffWords.Count(epoch.Epoch)), new Text(FloatText.Decimal(loss.Before)), new Text(
                    FloatText.Decimal(loss.After)),
                new Text(DiffWords.Absolute(loss)), new Text(DiffWords.Relative(loss)), new Text(
                    loss.Ulps is { } ulps ? DiffWords.Count(ulps) : "—"),
            ]);
        }

        return grid;
    }

    private static void Indented(IAnsiConsole console, string text)
    {
        foreach (var line in text.Split('\n'))
        {
            console.WriteLine("  " + line);
        }
    }

    private static Color? Colour(Verdict verdict) => verdict switch
    {
        Verdict.SameBits => Color.Green,
        Verdict.SameWithinRounding => Color.Yellow,
        _ => Color.Red,
    };
}
