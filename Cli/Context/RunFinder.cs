using Repro.Runtime;
using Repro.Runtime.Files;
using Repro.Runtime.Runs;

namespace Repro.Cli.Context;

/// <summary>Finds the folder of a run that the user names.</summary>
internal static class RunFinder
{
    /// <summary>The folder at the path <paramref name="name"/>, or the one of that name in artifacts/.</summary>
    /// <param name="context">The world outside.</param>
    /// <param name="name">A path or a name.</param>
    /// <param name="otherwise">What else the name could be, for the message.</param>
    /// <exception cref="ReproException">It is the name of an experiment that has no run.</exception>
    /// <exception cref="MisuseException">There is no such folder.</exception>
    public static RunFolder Find(CliContext context, string name, string otherwise = "")
    {
        var artifacts = Path.Combine(context.Root, "artifacts");
        var folder = Folders.Exists(name) ? name : Path.Combine(artifacts, name);
        if (Folders.Exists(folder))
        {
            return RunFolder.At(folder);
        }

        if (context.Experiments.Any(experiment => experiment.Name == name))
        {
            throw new ReproException($"{name} has no run in '{artifacts}'. Make one with: repro run {name}");
        }

        var suggestion = Suggestion.Text(name, RunFolder.All(context.Root).Select(run => run.Name));
        throw new MisuseException($"There is no run '{name}': neither a folder, nor one in '{artifacts}'{otherwise}.{suggestion}");
    }
}
