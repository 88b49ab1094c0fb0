using Repro.Cli.Context;
using Repro.Cli.Runs;
using Repro.Runtime;
using Repro.Runtime.Tracing;
using Spectre.Console;

namespace Repro.Cli.Tracing.Against;

/// <summary>Finds where the run here parts from that of another revision, to the value.</summary>
internal static class RevisionBisection
{
    /// <param name="context">The world outside.</param>
    /// <param name="experiment">The experiment, as it is here.</param>
    /// <param name="revision">What the user called the other revision.</param>
    /// <param name="steps">The steps to compare.</param>
    /// <param name="tolerance">How far apart values may be; <c>null</c> for the default.</param>
    /// <param name="threads">Processor threads, if the user said how many.</param>
    public static int Run(CliContext context, Experiment experiment, string revision, IReadOnlyList<int> steps, double? tolerance, int? threads)
    {
        using var data = LoadedData.Load(context.Root, [experiment]);
        var images = data.Of(experiment);
        Tracer.RequireSteps(experiment.Settings, images, steps);
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
            // Ctrl-C reaches git and the other program, too, which then fail.
            context.Error.WriteLine($"Stopped: nothing was compared, and what was made of {revision} is taken away.");
            throw new OperationCanceledException(e.Message, e, context.Stop);
        }

        Trace Here(IReadOnlyList<int> numbers, TracedValues values)
        {
            var (trace, failure) = TraceProgress.Run(context, experiment, images, numbers, values, "Nothing was written.");
            return Failing(TracePair.Here, (trace, failure?.Message));
        }

        // What there is of a run that fails is compared all the same.
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
