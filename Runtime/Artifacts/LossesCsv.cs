using System.Globalization;
using System.Text;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Training;

namespace Repro.Runtime.Artifacts;

/// <summary>The losses of a run as comma-separated values, for plots: a title line, then a line for each epoch; line feeds, invariant numbers.</summary>
public static class LossesCsv
{
    /// <summary>The text of the file.</summary>
    public static string Write(IReadOnlyList<EpochResult> epochs)
    {
        ArgumentNullException.ThrowIfNull(epochs);
        var text = new StringBuilder("epoch");
        foreach (var (name, _) in epochs.Count == 0 ? [new TermValue("loss", 0)] : epochs[0].Values)
        {
            text.Append(CultureInfo.InvariantCulture, $",{name},{name} bits");
        }

        text.Append(",learning rate,running hash\n");
        foreach (var epoch in epochs)
        {
            text.Append(CultureInfo.InvariantCulture, $"{epoch.Epoch}");
            foreach (var (_, value) in epoch.Values)
            {
                text.Append(CultureInfo.InvariantCulture, $",{FloatText.Decimal(value)},{FloatText.Bits(value)}");
            }

            text.Append(CultureInfo.InvariantCulture, $",{epoch.LearningRate},{epoch.RunningHash}\n");
        }

        return text.ToString();
    }

    /// <summary>The learning rate of each epoch, out of a text that <see cref="Write"/> wrote; not a number where an epoch has none.</summary>
    public static IReadOnlyList<double> LearningRates(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return
        [
            .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).Select(cells =>
                cells.Length >= 2 && double.TryParse(cells[^2], NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) ? rate : double.NaN),
        ];
    }
}
