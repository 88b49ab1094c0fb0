using System.Globalization;
using System.Text;

namespace Repro.Runtime.Snapshots;

/// <summary>
/// Writes a snapshot as text: the header, a line for each epoch, a line for each picture, the weights. Columns have fixed widths, so a
/// changed number changes its own line only. Lines end in a line feed; the last line has none.
/// </summary>
public static class SnapshotWriter
{
    private const int DecimalWidth = 15;
    private const int BitsWidth = 10;

    /// <summary>The text of <paramref name="snapshot"/>, which <see cref="SnapshotParser"/> reads.</summary>
    public static string Write(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        List<IEnumerable<string>> sections = [Header(snapshot), Epochs(snapshot), Pictures(snapshot), Weights(snapshot)];
        return string.Join("\n\n", sections.Select(section => string.Join('\n', section)).Where(section => section.Length > 0));
    }

    private static IEnumerable<string> Header(Snapshot snapshot) =>
        snapshot.Header.Fields.Select(field => $"{field.Name,-10}  {field.Value}");

    private static IEnumerable<string> Epochs(Snapshot snapshot)
    {
        IReadOnlyList<string> names = snapshot.Epochs.Count == 0 ? ["loss"] : [.. snapshot.Epochs[0].Values.Select(value => value.Name)];
        yield return Row("epoch", [.. names.Select(name => (name, "bits"))], "running hash", names);
        foreach (var epoch in snapshot.Epochs)
        {
            var number = epoch.Epoch.ToString(CultureInfo.InvariantCulture);
            yield return Row(number, [.. epoch.Values.Select(value => Value(value.Value))], epoch.RunningHash, names);
        }
    }

    private static (string Decimal, string Bits) Value(float value) => (FloatText.Decimal(value), FloatText.Bits(value));

    private static string Row(string epoch, IReadOnlyList<(string Decimal, string Bits)> values, string hash, IReadOnlyList<string> names)
    {
        var row = new StringBuilder(epoch.PadLeft(5));
        for (var i = 0; i < values.Count; i++)
        {
            var width = Math.Max(DecimalWidth, names[i].Length);
            row.Append("  ").Append(values[i].Decimal.PadLeft(width)).Append("  ").Append(values[i].Bits.PadRight(BitsWidth));
        }

        return row.Append("  ").Append(hash).ToString();
    }

    private static IEnumerable<string> Pictures(Snapshot snapshot) => snapshot.Pictures.Count == 0
        ? []
        : [
            $"{"epoch",5}  {"picture",-15}  {"size",-9}  pixels",
            .. snapshot.Pictures.Select(picture =>
                string.Create(CultureInfo.InvariantCulture, $"{picture.Epoch,5}  {picture.Kind,-15}  {picture.Size,-9}  {picture.Hash}")),
        ];

    private static IEnumerable<string> Weights(Snapshot snapshot) =>
        snapshot.Weights is null ? [] : [$"{"weights",-10}  {snapshot.Weights}"];
}
