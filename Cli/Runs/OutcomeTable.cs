using System.Globalization;
using Repro.Runtime.Snapshots;
using Spectre.Console;

namespace Repro.Cli.Runs;

/// <summary>The table at the end of <c>run</c> and <c>reproduce</c>.</summary>
internal static class OutcomeTable
{
    public static Table Draw(IEnumerable<TrainingOutcome> outcomes)
    {
        var table = new Table().AddColumns("experiment", "final loss", "terms", "weights", "locked", "result", "seconds");
        foreach (var outcome in outcomes)
        {
            var snapshot = outcome.Run.Snapshot;
            var last = snapshot.Epochs[^1];
            table.AddRow(
            [
                new Text(outcome.Run.Folder.Name),
                new Text(FloatText.Decimal(last.Loss)),
                new Text(string.Join('\n', last.Terms.Select(term => $"{term.Name} {FloatText.Decimal(term.Value)}"))),
                new Text(snapshot.Weights![..16]),
                new Text(outcome.Locked),
                new Text(outcome.Result, new Style(outcome.Result == "different" ? Color.Red : null)),
                new Text(outcome.Run.Duration.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)),
            ]);
        }

        return table;
    }
}
