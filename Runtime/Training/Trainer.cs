using Repro.Runtime.Captures;
using Repro.Runtime.Data;
using Repro.Runtime.Weights;
using static TorchSharp.torch;

namespace Repro.Runtime.Training;

/// <summary>Trains an experiment on its data, from the seed to the final weights.</summary>
public sealed class Trainer
{
    private readonly ExperimentSettings settings;
    private readonly DataSet data;
    private readonly ITrainingObserver observer;
    private readonly TrainingState state;
    private readonly CancellationToken stop;
    private IStepObserver? steps;
    private ICheckpointer? checkpointer;

    private Trainer(ExperimentSettings settings, DataSet data, TrainingState state, ITrainingObserver observer, CancellationToken stop) =>
        (this.settings, this.data, this.state, this.observer, this.stop) = (settings, data, state, observer, stop);

    /// <summary>
    /// Seeds the default generator, builds the model, trains every epoch, and captures images after the chosen epochs. The result depends
    /// on the settings and the data alone.
    /// </summary>
    /// <exception cref="ReproException">A loss is not finite, or the engine or the project's own code fails.</exception>
    /// <exception cref="OperationCanceledException">
    /// Cancelled. The current step was completed, and the epoch too if it was its last step.
    /// </exception>
    public static TrainingResult Train(
        Experiment experiment, DataSet data, ITrainingObserver observer, CancellationToken cancellationToken) =>
        Train(experiment, data, observer, steps: null, cancellationToken);

    /// <summary>Trains as above, and tells an observer about each step.</summary>
    internal static TrainingResult Train(
        Experiment experiment, DataSet data, ITrainingObserver observer, IStepObserver? steps, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(observer);
        using var state = new TrainingState(experiment, data);
        return new Trainer(experiment.Settings, data, state, observer, cancellationToken) { steps = steps }.Train();
    }

    /// <summary>
    /// Trains as above, starting at a checkpoint if there is one, and writes new ones; the last one when it is cancelled. The result is the
    /// same.
    /// </summary>
    internal static TrainingResult Train(
        Experiment experiment, DataSet data, ITrainingObserver observer, ICheckpointer checkpointer, CancellationToken cancellationToken)
    {
        using var state = new TrainingState(experiment, data);
        if (checkpointer.Resume(state))
        {
            observer.Resumed(state.Epochs, state.Captures);
        }

        return new Trainer(experiment.Settings, data, state, observer, cancellationToken) { checkpointer = checkpointer }.Train();
    }

    private TrainingResult Train()
    {
        try
        {
            while (state.Epoch <= settings.Epochs)
            {
                TrainEpoch();
                EndEpoch();
            }
        }
        catch (OperationCanceledException)
        {
            checkpointer?.Write(state);
            throw;
        }

        var model = state.Run.Model;
        return new TrainingResult(
            state.Epochs, state.Captures, model.parameters().Sum(parameter => parameter.numel()), ModelWeights.Read(model));
    }

    private void TrainEpoch()
    {
        state.Run.Epoch = state.Epoch;
        state.Batches.BeginEpoch();
        while (state.Step < state.Batches.Count)
        {
            stop.ThrowIfCancellationRequested();
            checkpointer?.StepBegins(state);
            using var images = state.Batches.Take(state.Step);
            try
            {
                state.EndStep(TrainStep(images), images.shape[0]);
            }
            catch (Exception e) when (RunFailure.IsUnexpected(e))
            {
                throw RunFailure.OfStep(
                    state.Run, images, $"{settings.Name}: epoch {state.Epoch}, step {state.Step + 1} of {state.Batches.Count}", e);
            }
        }
    }

    private StepLoss TrainStep(Tensor images)
    {
        using var scope = NewDisposeScope();
        var run = state.Run;
        run.Model.zero_grad();
        steps?.Started(run, state.Epoch, images);
        var terms = run.Loss(images);
        steps?.LossComputed(terms);
        var loss = StepLoss.Read(terms);
        loss.CheckFinite(settings.Name, state.Epoch, state.Step + 1);
        terms.Total.backward();
        steps?.WentBack();
        if (run.MaxGradientNorm is { } norm)
        {
            nn.utils.clip_grad_norm_(run.Model.parameters(), norm);
            steps?.GradientsClipped();
        }

        run.Optimizer.step();
        steps?.Updated();
        return loss;
    }

    private void EndEpoch()
    {
        var result = state.Result;
        if (data.Validation is { } images)
        {
            result = result with { Validation = Named("validation", () => Validation.Measure(state.Run, settings, images, stop)) };
        }

        var captures = settings.Captures.Contains(state.Epoch)
            ? Named("captures", () => Capturer.Capture(state.Run, settings, data, state.Epoch))
            : [];
        state.EndEpoch(result, captures);
        observer.EpochEnded(result);
        foreach (var capture in captures)
        {
            observer.Captured(capture);
        }

        if (captures.Count > 0)
        {
            observer.WeightsCaptured(result.Epoch, ModelWeights.Read(state.Run.Model));
        }
    }

    private T Named<T>(string part, Func<T> compute)
    {
        try
        {
            return compute();
        }
        catch (Exception e) when (RunFailure.IsUnexpected(e))
        {
            throw RunFailure.Of($"{settings.Name}: epoch {state.Epoch}, {part}", e);
        }
    }
}
