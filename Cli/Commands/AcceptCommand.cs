using System.CommandLine;
using Repro.Cli.Context;
using Repro.Cli.Runs;
using Repro.Runtime;
using Repro.Runtime.Runs;
using Repro.Runtime.Snapshots;
using Spectre.Console;

namespace Repro.Cli.Commands;

/// <summary><c>repro accept</c>: makes the finished runs of the named experiments their locked results.</summary>
internal static class AcceptCommand
{
    public static Command Create(CliContext context)
    {
        var names = Options.Names("The experiments whose finished runs to lock.", required: true);
        var command = new Command(
            "accept", "Lock the finished runs in artifacts/ as snapshots. It never trains: 'repro run' does.") { names };
        command.SetAction(parsed => Execute(context, context.Find(parsed.GetRequiredValue(names))));
        return command;
    }

    private static int Execute(CliContext context, IReadOnlyList<Experiment> experiments)
    {
        using var data = LoadedData.Load(context, experiments);
        // All or none: all runs are read before the first snapshot is replaced.
        var runs = experiments.Select(
            experiment => Run.ReadCurrent(RunFolder.Of(context.Root, experiment.Settings), experiment, data.Of(experiment))).ToList();
        foreach (var run in runs)
        {
            var snapshot = run.Snapshot;
            var change = Change(context.Snapshots, snapshot);
            context.Snapshots.Accept(snapshot, run.Picture);
            Tidy(context, run.Folder);
            context.Out.WriteLine($"Locked {snapshot.Header.Experiment}: {change}.");
        }

        return ExitCode.Done;
    }

    // If another process has the lock, it deletes them itself.
    private static void Tidy(CliContext context, RunFolder folder)
    {
        if (folder.HasLeftovers)
        {
            using var held = RunLock.TryTake(folder, context.Clock);
            if (held is not null)
            {
                folder.DeleteLeftovers();
            }
        }
    }

    private static string Change(SnapshotFolder snapshots, Snapshot accepted)
    {
        try
        {
            var old = snapshots.TryRead(accepted.Header.Experiment);
            return old is null ? "it had no snapshot" : SnapshotComparison.Compare(old, accepted) ?? "nothing changed";
        }
        catch (ReproException)
        {
            return "its snapshot was unreadable";
        }
    }
}
