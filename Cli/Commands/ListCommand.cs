using System.CommandLine;
using System.Globalization;
using Repro.Cli.Context;
using Repro.Runtime;
using Repro.Runtime.Runs;
using Repro.Runtime.Snapshots;
using Spectre.Console;

namespace Repro.Cli.Commands;

/// <summary><c>repro list</c>: lists the experiments, the state of their runs, and which of them are locked.</summary>
internal static class ListCommand
{
    public static Command Create(CliContext context)
    {
        var command = new AnswerCommand("list", "Show the experiments of experiments.yaml.");
        command.SetAction(_ => Execute(context));
        return command;
    }

    private static int Execute(CliContext context)
    {
        var snapshots = context.Snapshots;
        var table = new Table().AddColumns(
            "experiment", "architecture", "latent", "data", "images", "epochs", "batch", "seed", "run", "locked");
        foreach (var settings in context.Experiments.Select(experiment => experiment.Settings))
        {
            table.AddRow(
            [
                new Text(settings.Name),
                new Text(settings.Architecture),
                Number(settings.LatentDimension),
                new Text(settings.Data.Name),
                settings.Data.Take is { } take ? Number(take) : new Text("all"),
                Number(settings.Epochs),
                Number(settings.BatchSize),
                Number(settings.Seed),
                new Text(Run(settings, RunFolder.Of(context.Root, settings, settings))),
                new Text(Locked(settings, snapshots)),
            ]);
        }

        context.Out.Write(table);
        return ExitCode.Done;
    }

    private static Text Number(long value) => new(value.ToString(CultureInfo.InvariantCulture));

    private static string Run(ExperimentSettings settings, RunFolder folder)
    {
        try
        {
            return RunLock.IsTaken(folder) ? $"running: {RunLock.OwnerOf(folder)?.ToString() ?? "another process"}"
                : folder.TryReadRecord() is { } record ? (
                    record.Spec == settings.SpecHash ? "finished" : "finished, but experiments.yaml has changed since")
                : folder.Checkpoints.Positions is [var last, ..] ? string.Create(
                    CultureInfo.InvariantCulture, $"stopped at epoch {last.Epoch} of {settings.Epochs}")
                : "no";
        }
        catch (ReproException)
        {
            return "damaged: repro check says where";
        }
    }

    private static string Locked(ExperimentSettings settings, SnapshotFolder snapshots)
    {
        try
        {
            var snapshot = snapshots.TryRead(settings.Name);
            return snapshot is null ? "no" : snapshot.Header.Spec == settings.SpecHash ? "yes" : "yes, but experiments.yaml has changed "
                + "since";
        }
        catch (ReproException)
        {
            return "damaged snapshot: repro verify says where";
        }
    }
}
