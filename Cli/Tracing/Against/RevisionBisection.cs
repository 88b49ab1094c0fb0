using Repro.Cli.Context;
using Repro.Cli.Runs;
using Repro.Runtime;
using Repro.Runtime.Tracing;
using Spectre.Console;

namespace Repro.Cli.Tracing.Against;

/// <summary>Finds the first value at which the run here diverges from that of another revision.</summary>
internal static class RevisionBisection
{
    /// <param name="context">The world outside.</param>
    /// <param name="experiment">The experiment, as it is here.</param>
    /// <param name="revision">The user's name for the other revision.</param>
    /// <param name="steps">The steps to compare.</param>
    /// <param name="tolerance">How far apart values may be; <c>null</c> for the default.</param>
    /// <param name="threads">Processor threads, if the user said how many.</param>
    public static int Run(
        CliContext context, Experiment experiment, string revision, IReadOnlyList<int> steps, double? tolerance, int? threads)
    {
        using var data = LoadedData.Load(context, [experiment]);
        var images = data.Of(experiment);
        Tracer.RequireSteps(experiment.Settings, images, steps);
        using var heeding = context.StopRequest.Heed();
        try
        {
            using var other = RevisionTrace.Build(context, experiment, revision, threads);
            var there = Failing(other.Name, other.Run(steps, TracedValues.Firsts));
            context.Out.WriteLine("Tracing it here:");
            context.ShowEngine();
            var here = Here(steps, TracedValues.Firsts);
            var traces = new TracePair(there, other.Name, here, TracePair.Here, tolerance);
            if (traces.MissingBlock is var (step, at))
            {
                traces.Take(Failing(other.Name, other.Run([step], at)), Here([step], at));
            }

            return traces.Show(context, $"repro bisect {experiment.Name} --against {revision}");
        }
        catch (Exception e) when (e is OperationCanceledException || (e is ReproException && context.Stop.IsCancellationRequested))
        {
            // Ctrl-C reaches git and the other program too, and they fail.
            context.Error.WriteLine($"Stopped: nothing was compared, and the temporary files of {revision} are deleted.");
            throw new OperationCanceledException(e.Message, e, context.Stop);
        }

        Trace Here(IReadOnlyList<int> numbers, TracedValues values)
        {
            var (trace, failure) = TraceProgress.Run(context, experiment, images, numbers, values, "Nothing was written.");
            return Failing(TracePair.Here, (trace, failure?.Message));
        }

        // A run that fails is compared up to its failure.
        Trace Failing(string where, (Trace Trace, string? Failure) run)
        {
            if (run.Failure is { } failure)
            {
                context.Out.WriteLine($"The run {(where == TracePair.Here ? where : $"of {where}")} failed: {failure}");
            }

            return run.Trace;
        }
    }
}
