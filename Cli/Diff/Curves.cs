using Repro.Cli.Plots;
using Repro.Runtime.Comparison;

namespace Repro.Cli.Diff;

/// <summary>The losses before and after as two lines of text on one scale.</summary>
internal static class Curves
{
    private const int Width = 60;

    public static (string Before, string After) Draw(RunDifference difference)
    {
        List<float> before = [.. difference.Before.Snapshot.Epochs.Select(epoch => epoch.Loss)];
        List<float> after = [.. difference.After.Snapshot.Epochs.Select(epoch => epoch.Loss)];
        var scale = PlotScale.Of(before.Concat(after));
        return (Sparkline.Draw(before, scale, Width), Sparkline.Draw(after, scale, Width));
    }
}
