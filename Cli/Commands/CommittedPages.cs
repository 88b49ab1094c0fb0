using Repro.Cli.Context;
using Repro.Report;
using Repro.Runtime;
using Repro.Runtime.Studies;
using Spectre.Console;

namespace Repro.Cli.Commands;

/// <summary>Says for each study whether its committed page was made from the weights that are shown.</summary>
internal static class CommittedPages
{
    public static void Tell(CliContext context, IReadOnlyList<ReportedExperiment> results)
    {
        foreach (var study in context.Studies)
        {
            ReportedExperiment[] shown =
            [
                .. results.Where(result => result is { Overridden: null, Snapshot.Weights: not null } && study.Experiments.Any(
                    experiment => experiment.Name == result.Settings.Name)),
            ];
            if (shown.Length > 0 && study is { CommittedPage: { } page, CommittedResults: { } file })
            {
                context.Out.WriteLine($"'{page}' {State(context.Root, file, shown, $"Renew it with: repro {study.Name}")}");
            }
        }
    }

    private static string State(string root, string file, ReportedExperiment[] shown, string renewal)
    {
        try
        {
            if (StudyResults.TryRead(root, file) is not { } results)
            {
                return $"has no '{file}', the numbers that it is made of. {renewal}";
            }

            var known = results.Runs.Select(run => run.Weights).ToHashSet(StringComparer.Ordinal);
            string[] others = [.. shown.Where(result => !known.Contains(result.Snapshot!.Weights!)).Select(result => result.Settings.Name)];
            return others.Length == 0 ? "is of these weights." : $"is of other weights of {string.Join(", ", others)}. {renewal}";
        }
        catch (ReproException e)
        {
            return $"cannot be compared: {e.Message} {renewal}";
        }
    }
}
