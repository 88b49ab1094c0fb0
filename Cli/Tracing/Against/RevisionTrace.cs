using System.Globalization;
using Repro.Cli.Context;
using Repro.Cli.Git;
using Repro.Runtime;
using Repro.Runtime.Files;
using Repro.Runtime.Tracing;
using Spectre.Console;

namespace Repro.Cli.Tracing.Against;

/// <summary>Makes traces with the program of another revision. It is checked out into a temporary folder, built and run there.</summary>
internal sealed class RevisionTrace : IDisposable
{
    private const int LastLines = 12;

    private readonly CliContext context;
    private readonly IRevisionProgram program;
    private readonly GitWorktree worktree;
    private readonly Experiment experiment;
    private readonly int? threads;

    private RevisionTrace(
        CliContext context, IRevisionProgram program, GitWorktree worktree, string name, Experiment experiment, int? threads)
    {
        (this.context, this.program, this.worktree, this.experiment, this.threads) = (context, program, worktree, experiment, threads);
        Name = name;
    }

    /// <summary>What to call the revision.</summary>
    public string Name { get; }

    /// <summary>Checks the revision out and builds it.</summary>
    /// <exception cref="ReproException">There is no git, no repository, no such revision, or it cannot be built.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static RevisionTrace Build(CliContext context, Experiment experiment, string revision, int? threads)
    {
        var program = context.RevisionProgram
            ?? throw new ReproException("This program does not know the project that it was built from, so it cannot build a revision "
                + "of it. Make a trace there by hand: repro trace");
        var repository = new GitRepository(context.Root, "Compare with a trace instead: repro bisect FILE");
        var commit = repository.Commit(revision);
        var trace = new RevisionTrace(
            context, program, GitWorktree.Add(repository, commit), GitRepository.NameOf(revision, commit), experiment, threads);
        try
        {
            trace.Build();
            return trace;
        }
        catch
        {
            trace.Dispose();
            throw;
        }
    }

    public void Dispose() => worktree.Dispose();

    /// <summary>The trace of some steps in that revision, and the program's message if the run failed.</summary>
    /// <exception cref="ReproException">There is no such experiment, or the program makes no trace.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public (Trace Trace, string? Failure) Run(IReadOnlyList<int> steps, TracedValues values)
    {
        context.Out.WriteLine($"Tracing {experiment.Name} in {Name}:");
        var file = worktree.Join("trace");
        RegularFile.Delete(file);
        string[] arguments =
        [
            "trace", experiment.Name, "--steps", StepNumbers.Text(steps), "--output", file,
            .. values.Operation > 0
                ? (string[])["--at", string.Create(CultureInfo.InvariantCulture, $"{values.Operation}.{values.Block}")]
                : [],
            .. threads is { } number ? (string[])["--threads", number.ToString(CultureInfo.InvariantCulture)] : [],
        ];
        var result = program.Run(worktree.Folder, arguments, Say, context.Stop);
        // A run that fails leaves a trace of the steps until then.
        return RegularFile.Exists(file) ? (Read(file), result.Code == ExitCode.Done ? null : Last(result.Error)) : throw Failed(result);

        // The line about the written file is left out: the file is temporary.
        void Say(string line)
        {
            if (!line.Contains(file, StringComparison.Ordinal))
            {
                context.Out.WriteLine($"  {line}");
            }
        }
    }

    private void Build()
    {
        LinkData();
        var title = $"Building {Name} in a temporary folder";
        ProgramResult result;
        try
        {
            if (context.Out.Profile.Capabilities.Interactive)
            {
                result = context.Out.Status().Start(Markup.Escape($"{title} …"), _ => program.Build(worktree.Folder, context.Stop));
            }
            else
            {
                context.Out.WriteLine($"{title}.");
                result = program.Build(worktree.Folder, context.Stop);
            }
        }
        catch (ReproException e)
        {
            throw new ReproException($"{Name} cannot be built: {e.Message}.", e);
        }

        if (result.Code != ExitCode.Done)
        {
            throw new ReproException($"{Name} cannot be built. The last lines of its build:\n{Last([.. result.Output, .. result.Error])}");
        }
    }

    // Images that git ignores are in no revision. Those here are used; the trace has their hash.
    private void LinkData()
    {
        var folder = experiment.Settings.Data.Folder;
        var (here, there) = (Path.GetFullPath(Path.Combine(context.Root, folder)), Path.GetFullPath(Path.Combine(worktree.Folder, folder)));
        if (Folders.Exists(worktree.Folder) && Folders.Exists(here) && !Path.Exists(there))
        {
            try
            {
                Folders.Create(Path.GetDirectoryName(there)!);
                Directory.CreateSymbolicLink(there, here);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new ReproException($"{Name} does not have the images in '{folder}', and they cannot be linked there: {e.Message}", e);
            }
        }
    }

    private Trace Read(string file)
    {
        try
        {
            return TraceReader.Read(file);
        }
        catch (ReproException e)
        {
            throw new ReproException($"The trace of {Name} cannot be compared: {e.Message}", e);
        }
    }

    private ReproException Failed(ProgramResult result)
    {
        var said = Last(result.Error.Count > 0 ? result.Error : result.Output);
        return new ReproException(
            said.Contains("no command 'trace'", StringComparison.Ordinal) ? $"{Name} is older than 'repro trace', so its operations "
                + "cannot be recorded. Compare with a later revision." :
            said.Contains(
                $"no experiment '{experiment.Name}'",
                StringComparison.Ordinal) ? $"{Name} has no experiment '{experiment.Name}'. Compare with a revision that has it." :
            $"{Name} makes no trace. It says:\n{said}");
    }

    private static string Last(IReadOnlyList<string> lines) =>
        string.Join('\n', lines.Where(line => line.Trim().Length > 0).TakeLast(LastLines));
}
