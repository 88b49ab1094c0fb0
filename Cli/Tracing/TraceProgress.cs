using Repro.Cli.Context;
using Repro.Cli.Progress;
using Repro.Runtime;
using Repro.Runtime.Data;
using Repro.Runtime.Tracing;

namespace Repro.Cli.Tracing;

/// <summary>Traces a run here, and shows how it gets on.</summary>
internal static class TraceProgress
{
    /// <param name="context">The world outside.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="data">Its images.</param>
    /// <param name="steps">The steps to record.</param>
    /// <param name="values">Which values to keep.</param>
    /// <param name="kept">What there is when it is stopped.</param>
    public static (Trace Trace, ReproException? Failure) Run(
        CliContext context, Experiment experiment, DataSet data, IReadOnlyList<int> steps, TracedValues values, string kept)
    {
        var epochs = ((steps.Max() - 1) / experiment.Settings.StepsPerEpoch(data.Count)) + 1;
        return ProgressView.Show(
            context, experiment.Name, epochs, kept, observer => Tracer.Run(experiment, data, steps, values, observer, context.Stop));
    }
}
