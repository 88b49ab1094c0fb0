using System.CommandLine;
using Repro.Cli.Context;
using Repro.Cli.Runs;
using Repro.Runtime;
using Repro.Runtime.Data;
using Spectre.Console;

namespace Repro.Cli.Commands;

/// <summary><c>repro lock-data</c>: locks the images of data sets as they are.</summary>
internal static class LockDataCommand
{
    public static Command Create(CliContext context)
    {
        var names = new Argument<string[]>("data set")
        {
            Description = "The data sets to lock.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command(
            "lock-data", "Lock the images of data sets as they are, and say which sha256 experiments.yaml must have.") { names };
        command.SetAction(parsed => Execute(
            context, [.. parsed.GetRequiredValue(names).Distinct(StringComparer.Ordinal).Select(name => Find(context, name))]));
        return command;
    }

    private static int Execute(CliContext context, IReadOnlyList<DataSettings> dataSets)
    {
        // All or none: all images are read before the first lock is written.
        var locks = dataSets.Select(settings => (Settings: settings, Lock: DataLock.Of(context.Root, settings))).ToList();
        foreach (var (settings, locked) in locks)
        {
            DataLockFile.Write(context.Root, settings, locked);
            LoadedData.NoteWhatIsLeftOut(context, settings);
            var count = locked.Images.Count;
            context.Out.WriteLine(
                $"Locked {count} {(count == 1 ? "image" : "images")} of '{settings.Name}' in '{DataLockFile.PathOf(settings)}'. " +
                (settings.Sha256 == locked.Sha256 ? "experiments.yaml has its sha256." : "In experiments.yaml, give the data set: "
                    + $"sha256: {locked.Sha256}"));
        }

        return ExitCode.Done;
    }

    private static DataSettings Find(CliContext context, string name)
    {
        var known = context.Experiments.Select(experiment => experiment.Settings.Data).ToList();
        var suggestion = Suggestion.Text(name, known.Select(settings => settings.Name).Distinct(StringComparer.Ordinal));
        return known.Find(settings => settings.Name == name)
            ?? throw new MisuseException($"No experiment has a data set '{name}'.{suggestion} 'repro list' shows all of them.");
    }
}
