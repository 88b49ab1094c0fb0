using Repro.Cli.Context;
using Repro.Runtime;
using Repro.Runtime.Runs;
using Spectre.Console;

namespace Repro.Cli.Runs;

/// <summary>The locks of all runs of a command.</summary>
internal sealed class RunLocks : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly List<RunLock> locks = [];

    /// <summary>Takes the locks, or waits for them.</summary>
    /// <exception cref="ReproException">Another process has one, and the user does not want to wait.</exception>
    /// <exception cref="OperationCanceledException">Stopped while waiting.</exception>
    public static RunLocks Take(CliContext context, IEnumerable<RunFolder> folders, bool wait)
    {
        var taken = new RunLocks();
        try
        {
            // Always in the same order, so two processes never wait for each other.
            foreach (var folder in folders.DistinctBy(folder => folder.Path).OrderBy(folder => folder.Path, StringComparer.Ordinal))
            {
                taken.locks.Add(Take(context, folder, wait));
                folder.DeleteLeftovers();
            }

            return taken;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    public void Dispose() => locks.ForEach(taken => taken.Dispose());

    private static RunLock Take(CliContext context, RunFolder folder, bool wait)
    {
        for (var told = false; ; told = true)
        {
            if (RunLock.TryTake(folder, context.Clock) is { } taken)
            {
                return taken;
            }

            var owner = RunLock.OwnerOf(folder)?.ToString() ?? "another process";
            if (!wait)
            {
                throw new ReproException($"{folder.Name} is being run already, by {owner}. Wait for it with --wait, or stop it first.");
            }

            if (!told)
            {
                context.Out.WriteLine($"{folder.Name} waits for {owner}, which runs it.");
            }

            if (context.Stop.WaitHandle.WaitOne(Pause))
            {
                context.Stop.ThrowIfCancellationRequested();
            }
        }
    }
}
