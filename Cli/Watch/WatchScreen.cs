using System.Globalization;
using Repro.Cli.Plots;
using Repro.Runtime.Runs;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Repro.Cli.Watch;

/// <summary>Draws a run: a line, its numbers, the curve of its loss, and a picture if the console has colours.</summary>
internal static class WatchScreen
{
    private const int LeastPlotHeight = 4;
    private const int MostPlotHeight = 14;
    private const int LeastPictureHeight = 4;
    private const int MostWidth = 120;

    /// <summary>The screen.</summary>
    /// <param name="run">The run.</param>
    /// <param name="now">The time, for the age of the last epoch.</param>
    /// <param name="width">The width of the console.</param>
    /// <param name="height">The lines there are.</param>
    /// <param name="colours">Whether the console has colours; without them the picture is named and not shown.</param>
    public static IRenderable Draw(RunProgress run, DateTimeOffset now, int width, int height, bool colours)
    {
        width = Math.Min(width, MostWidth);
        var parts = new List<IRenderable> { new Text(Fold(Title(run, now), width)) };
        if (run.Epochs.Count > 0)
        {
            parts.Add(new Text(Fold(Values(run), width)));
        }

        var left = height - parts.Count - 5;
        if (run.Picture is { } capture)
        {
            var caption = string.Create(CultureInfo.InvariantCulture, $"{capture.Kind} after epoch {capture.Epoch}");
            var pictureWidth = PictureWidth(run, width, left - LeastPlotHeight);
            if (colours && pictureWidth > 0)
            {
                left -= HalfBlocks.Lines(capture.Picture, pictureWidth);
                parts.Add(new Rows(new Text(caption), HalfBlocks.Draw(capture.Picture, pictureWidth)));
            }
            else
            {
                parts.Add(new Text(Fold($"{caption}: {run.PicturePath}", int.MaxValue)));
            }
        }

        if (run.Epochs.Count > 0)
        {
            parts.Insert(2, Plot(run, width, Math.Clamp(left, LeastPlotHeight, MostPlotHeight)));
        }

        return new Rows(parts);
    }

    /// <summary>The line that says how far the run is.</summary>
    public static string Title(RunProgress run, DateTimeOffset now)
    {
        var epoch = run.Epochs.Count == 0
            ? "no epoch yet"
            : string.Create(CultureInfo.InvariantCulture, $"epoch {run.Epochs[^1].Epoch}{(run.Total is { } total ? $"/{total}" : "")}");
        var state = run.State switch
        {
            RunState.Finished => "finished",
            RunState.Running => $"written {Age(now - run.Written)} ago",
            _ => $"written {Age(now - run.Written)} ago  no process runs it",
        };
        return $"{run.Name}  {epoch}  {state}";
    }

    /// <summary>The numbers of the last epoch.</summary>
    public static string Values(RunProgress run) =>
        string.Join(
            "  ", run.Epochs[^1].Values.Select(value => $"{value.Name} {value.Value.ToString("G6", CultureInfo.InvariantCulture)}"));

    // Labels of the scale at the left, of the epochs below.
    private static Text Plot(RunProgress run, int width, int height)
    {
        List<float> losses = [.. run.Epochs.Select(epoch => epoch.Loss)];
        var scale = PlotScale.Of(losses);
        var (most, least) = (Label(scale.Most), Label(scale.Least));
        var margin = Math.Max("epoch".Length, Math.Max(most.Length, least.Length));
        var columns = Math.Max(1, width - margin - 1);
        var lines = BraillePlot.Draw(losses, scale, columns, height)
            .Select((line, row) => $"{(row == 0 ? most : row == height - 1 ? least : "").PadLeft(margin)} {line}");
        var (first, last) = (
            run.Epochs[0].Epoch.ToString(CultureInfo.InvariantCulture), run.Epochs[^1].Epoch.ToString(CultureInfo.InvariantCulture));
        var axis = $"{"epoch".PadLeft(margin)} {first}{(last == first ? "" : last.PadLeft(columns - first.Length))}";
        var title = $"{"loss".PadLeft(margin)} {(scale.Logarithmic ? "(logarithmic)" : "")}".TrimEnd();
        return new Text(string.Join('\n', lines.Prepend(title).Append(axis)));
    }

    private static string Label(float value) => value.ToString("G4", CultureInfo.InvariantCulture);

    // The largest width at which the picture fits into the lines; 0 when it would be too small.
    private static int PictureWidth(RunProgress run, int width, int lines)
    {
        var picture = run.Picture!.Picture;
        for (; width > 0; width--)
        {
            if (HalfBlocks.Lines(picture, width) <= lines)
            {
                return lines < LeastPictureHeight ? 0 : width;
            }
        }

        return 0;
    }

    private static string Age(TimeSpan age)
    {
        var (number, unit) = age switch
        {
            { TotalMinutes: < 1 } => (Math.Max(0, age.TotalSeconds), "s"),
            { TotalHours: < 1 } => (age.TotalMinutes, "min"),
            { TotalDays: < 1 } => (age.TotalHours, "h"),
            _ => (age.TotalDays, "days"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{(int)number} {unit}");
    }

    // Between the words that two spaces separate, so that a number stays with its name.
    private static string Fold(string text, int width)
    {
        var lines = new List<string>();
        foreach (var word in text.Split("  "))
        {
            if (lines.Count > 0 && lines[^1].Length + 2 + word.Length <= width)
            {
                lines[^1] += "  " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return string.Join('\n', lines);
    }
}
