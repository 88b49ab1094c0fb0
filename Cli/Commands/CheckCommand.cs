using System.CommandLine;
using System.Globalization;
using Repro.Cli.Context;
using Repro.Runtime;
using Repro.Runtime.Data;
using Repro.Runtime.Files;
using Repro.Runtime.Runs;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Verification;
using Spectre.Console;

namespace Repro.Cli.Commands;

/// <summary>
/// <c>repro check</c>: checks that the files of runs, snapshots and data sets are unchanged since they were written and locked. It trains
/// nothing.
/// </summary>
internal sealed class CheckCommand
{
    private readonly CliContext context;
    private readonly SnapshotCheck snapshots;
    private bool failed;

    private CheckCommand(CliContext context)
    {
        this.context = context;
        snapshots = new SnapshotCheck(context.Snapshots);
    }

    public static Command Create(CliContext context)
    {
        var names = Options.Names(
            "The experiments to check, or runs in artifacts/, such as vae-70.epochs-5. Without a name, everything.", required: false);
        var command = new AnswerCommand(
            "check", "Check that all files of finished runs are unchanged, that snapshots are whole, and that images are the locked "
            + "ones. It never trains.")
        {
            names,
        };
        command.SetAction(parsed =>
        {
            var named = parsed.GetValue(names) ?? [];
            return named.Length == 0 ? new CheckCommand(context).ExecuteAll() : new CheckCommand(context).Execute(named);
        });
        return command;
    }

    private int ExecuteAll()
    {
        IReadOnlyList<RunFolder> folders = [];
        Attempt("artifacts", () => folders = RunFolder.All(context.Root));
        Check(folders, context.Experiments);
        Attempt("snapshots", () => Report(
            [.. new ExperimentVerifier(context.Snapshots).WithoutExperiment(context.Experiments), .. snapshots.PicturesWithoutSnapshot()]));
        return failed ? ExitCode.Failed : ExitCode.Done;
    }

    private int Execute(IReadOnlyList<string> names)
    {
        // No experiment has a dot in its name.
        var runs = names.Where(name => name.Contains('.', StringComparison.Ordinal)).Select(name => RunFinder.Find(context, name)).ToList();
        var experiments = context.Find(names.Where(name => !name.Contains('.', StringComparison.Ordinal)));
        var folders = RunFolder.All(context.Root).Where(folder => experiments.Any(experiment => folder.IsOf(experiment.Name)));
        Check(folders.Concat(runs).DistinctBy(folder => folder.Path), experiments);
        return failed ? ExitCode.Failed : ExitCode.Done;
    }

    private void Check(IEnumerable<RunFolder> folders, IReadOnlyList<Experiment> experiments)
    {
        foreach (var folder in folders)
        {
            Attempt(folder.Name, () => CheckRun(folder), $" {Again(folder)}");
        }

        foreach (var experiment in experiments)
        {
            Attempt(experiment.Name, () => CheckSnapshot(experiment.Name));
        }

        foreach (var settings in experiments.Select(experiment => experiment.Settings.Data).DistinctBy(
            settings => (settings.Name, settings.Sha256)))
        {
            Attempt(settings.Name, () => CheckData(settings));
        }
    }

    private void CheckRun(RunFolder folder)
    {
        var run = Run.TryRead(folder, out var findings);
        Report([.. findings.Select(finding => $"{folder.Name}: in '{folder.Path}' {finding}. {Remedy(folder, finding)}")]);
        if (folder.HasLeftovers)
        {
            Say($"{folder.Name}: old checkpoints in '{folder.Path}' could not be deleted. They do no harm; the next run of it deletes "
                + "them.");
        }

        if (findings.Count == 0)
        {
            Say($"{folder.Name}: "
                + $"{(run is null ? "no finished run" : $"the {Count(run.Record.Files.Count, "file")} of its run are what was written")}");
        }
    }

    private void CheckSnapshot(string experiment)
    {
        if (context.Snapshots.TryRead(experiment) is not { } snapshot)
        {
            Say($"{experiment}: no snapshot");
            return;
        }

        var problems = snapshots.Problems(experiment);
        Report(problems);
        if (problems.Count == 0)
        {
            Say($"{experiment}: its snapshot is whole, with {Count(snapshot.Pictures.Count, "picture")}");
        }
    }

    private void CheckData(DataSettings settings)
    {
        var found = DataLock.Of(context.Root, settings);
        var images = Count(found.Images.Count, "image");
        if (settings.Sha256 is null)
        {
            Say($"data set '{settings.Name}': {images} can be read; they are not locked: repro lock-data {settings.Name}");
            return;
        }

        DataLockCheck.Check(context.Root, settings, found);
        Say($"data set '{settings.Name}': the {images} are the locked ones");
    }

    // A file that cannot be read does not keep the others from being checked.
    private void Attempt(string what, Action check, string remedy = "")
    {
        try
        {
            check();
        }
        catch (ReproException e)
        {
            Report([$"{what}: {e.Message}{remedy}"]);
        }
    }

    private static string Remedy(RunFolder folder, FileFinding finding) =>
        finding.Problem == FileProblem.Extra ? "Take it away." : Again(folder);

    private static string Again(RunFolder folder) => $"Run it again with: {folder.Command}";

    private static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private void Say(string line) => context.Out.WriteLine(line);

    private void Report(IReadOnlyList<string> problems)
    {
        failed |= problems.Count > 0;
        foreach (var problem in problems)
        {
            context.Error.WriteLine(problem, new Style(Color.Red));
        }
    }
}
