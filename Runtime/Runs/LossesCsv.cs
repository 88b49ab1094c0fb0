using System.Globalization;
using System.Text;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Training;

namespace Repro.Runtime.Runs;

/// <summary>
/// The losses of a run as comma-separated values: a title line, then a line for each epoch. Lines end in a line feed; numbers do not depend
/// on the culture.
/// </summary>
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

    /// <summary>Reads the text that <see cref="Write"/> writes.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="source">Its name in messages, such as its path.</param>
    /// <exception cref="ReproException">The text is malformed; the message names the line.</exception>
    public static IReadOnlyList<EpochResult> Parse(string text, string source)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[] titles = lines is [var head, ..] ? head.Split(',') : [];
        Require(
            titles is ["epoch", "loss", "loss bits", .., "learning rate", "running hash"]
                && titles.Length % 2 == 1
                && HasTerms(titles[1..^2]),
            1,
            "the titles of the columns were expected");
        return [.. lines.Skip(1).Select((line, i) => Epoch(line.Split(','), i + 2))];

        EpochResult Epoch(string[] cells, int line)
        {
            Require(cells.Length == titles.Length, line, "an epoch with a value for each title was expected");
            Require(
                int.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out var epoch), line,
                $"'{cells[0]}' is not an epoch number");
            Require(epoch == line - 1, line, $"epoch {line - 1} was expected, not {epoch}");
            Require(FieldForm.IsRunningHash(cells[^1]), line, $"'{cells[^1]}' is not a running hash");
            var known = cells[^2].Length > 0;
            var rate = double.NaN;
            var isRate = double.TryParse(cells[^2], NumberStyles.Float, CultureInfo.InvariantCulture, out rate) && double.IsFinite(rate);
            Require(!known || isRate, line, $"'{cells[^2]}' is not a learning rate");
            var values = Enumerable.Range(0, (titles.Length - 3) / 2)
                .Select(i => new TermValue(titles[1 + (2 * i)], Value(cells[1 + (2 * i)], cells[2 + (2 * i)], line)))
                .ToList();
            var ofValidation = values.Skip(1).ToLookup(
                value => value.Name.StartsWith(EpochResult.ValidationPrefix, StringComparison.Ordinal));
            return new EpochResult(
                epoch, values[0].Value, [.. ofValidation[false]], cells[^1], known ? rate : null) { Validation = [.. ofValidation[true]] };
        }

        float Value(string text, string bits, int line)
        {
            var value = FloatText.FromBits(bits);
            Require(value is { } number && FloatText.Decimal(number) == text, line, $"'{text}' and '{bits}' are not the same number");
            return value!.Value;
        }

        void Require(bool condition, int line, string problem)
        {
            if (!condition)
            {
                throw new ReproException(string.Create(CultureInfo.InvariantCulture, $"{source}({line}): {problem}."));
            }
        }
    }

    private static bool HasTerms(string[] titles) =>
        titles.Where((_, i) => i % 2 == 0).Distinct(StringComparer.Ordinal).Count() == titles.Length / 2
        && titles.Chunk(2).All(pair => FieldForm.IsTerm(pair[0]) && pair[1] == pair[0] + " bits");
}
