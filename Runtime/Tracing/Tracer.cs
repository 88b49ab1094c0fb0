using Repro.Runtime.Data;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Training;

namespace Repro.Runtime.Tracing;

/// <summary>Trains an experiment as far as necessary, and records chosen steps.</summary>
public static class Tracer
{
    /// <summary>Records steps of a run.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="data">Its images.</param>
    /// <param name="steps">The numbers of the steps, from 1.</param>
    /// <param name="values">Which values to keep beside the digests.</param>
    /// <param name="observer">Is told about the progress of the training.</param>
    /// <param name="cancellationToken">Ends the training after the current step.</param>
    /// <returns>The trace, and the failure of a run that failed. The trace then ends with the failure.</returns>
    /// <exception cref="ReproException">The run has fewer steps.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static (Trace Trace, ReproException? Failure) Run(
        Experiment experiment,
        DataSet data,
        IReadOnlyList<int> steps,
        TracedValues values,
        ITrainingObserver observer,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(steps);
        var settings = experiment.Settings;
        RequireSteps(settings, data, steps);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var tracer = new StepTracer(steps, values, done.Cancel);
        IReadOnlyDictionary<string, string> places = new Dictionary<string, string>();
        ReproException? failure = null;
        var watched = experiment with
        {
            Start = () =>
            {
                var run = experiment.Start();
                places = Places.Of(run);
                return run;
            },
        };
        try
        {
            Trainer.Train(watched, data, observer, tracer, done.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The last chosen step is recorded, so the rest is not needed.
        }
        catch (ReproException e) when (tracer.Steps.Count > 0)
        {
            failure = e;
        }

        return (new Trace(
            new TraceHeader(
                settings.Name, settings.SpecHash, data.Hash, EngineIdentity.Current, settings.Seed, settings.Epochs, steps, values, places),
            tracer.Steps), failure);
    }

    /// <summary>Fails unless a run has these steps.</summary>
    /// <exception cref="ReproException">The run has fewer steps.</exception>
    public static void RequireSteps(ExperimentSettings settings, DataSet data, IReadOnlyList<int> steps)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(steps);
        var perEpoch = settings.StepsPerEpoch(data.Count);
        if ((long)perEpoch * settings.Epochs < steps.Max())
        {
            throw new ReproException(
                $"{settings.Name} has no step {steps.Max()}: its {settings.Epochs} epochs of {perEpoch} "
                + $"{(perEpoch == 1 ? "step" : "steps")} end with step {(long)perEpoch * settings.Epochs}.");
        }
    }
}
