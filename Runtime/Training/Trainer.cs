using Repro.Runtime.Captures;
using Repro.Runtime.Data;
using Repro.Runtime.Weights;
using static TorchSharp.torch;

namespace Repro.Runtime.Training;

/// <summary>Trains an experiment on its data, from seed to final weights.</summary>
public sealed class Trainer
{
    private readonly Experiment experiment;
    private readonly ExperimentSettings settings;
    private readonly DataSet data;
    private readonly ITrainingObserver observer;
    private readonly RunningHash hash = new();

    private Trainer(Experiment experiment, DataSet data, ITrainingObserver observer)
    {
        this.experiment = experiment;
        settings = experiment.Settings;
        this.data = data;
        this.observer = observer;
    }

    /// <summary>
    /// Seeds the default generator, builds the model, trains every epoch, and captures images after the epochs that ask for it.
    /// The result depends on the settings and the data alone.
    /// </summary>
    /// <exception cref="ReproException">A loss is not finite.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the step at hand was completed, and the epoch too if it was its last.</exception>
    public static TrainingResult Train(Experiment experiment, DataSet data, ITrainingObserver observer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(observer);
        return new Trainer(experiment, data, observer).Train(cancellationToken);
    }

    private TrainingResult Train(CancellationToken cancellationToken)
    {
        manual_seed(settings.Seed);
        using var run = experiment.Start();
        using var batches = new Batches(data.Images, settings);
        var schedule = run.Schedule((data.Count + settings.BatchSize - 1) / settings.BatchSize);
        var epochs = new List<EpochResult>();
        var captures = new List<Capture>();
        run.Model.train();
        for (var epoch = 1; epoch <= settings.Epochs; epoch++)
        {
            var result = Validated(run, TrainEpoch(run, schedule, batches, epoch, cancellationToken));
            epochs.Add(result);
            observer.EpochEnded(result);
            if (settings.Captures.Contains(epoch))
            {
                foreach (var capture in Capturer.Capture(run, settings, data, epoch))
                {
                    captures.Add(capture);
                    observer.Captured(capture);
                }

                observer.WeightsCaptured(epoch, ModelWeights.Read(run.Model));
            }
        }

        return new TrainingResult(epochs, captures, run.Model.parameters().Sum(parameter => parameter.numel()), ModelWeights.Read(run.Model));
    }

    private EpochResult Validated(ExperimentRun run, EpochResult epoch) =>
        data.Validation is { } images ? epoch with { Validation = Validation.Measure(run, settings, images) } : epoch;

    private EpochResult TrainEpoch(ExperimentRun run, LearningRateSchedule? schedule, Batches batches, int epoch, CancellationToken cancellationToken)
    {
        var average = new EpochAverage();
        var learningRate = run.Optimizer.ParamGroups.First().LearningRate;
        run.Epoch = epoch;
        var step = 0;
        foreach (var images in batches.NextEpoch())
        {
            using (images)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var loss = Step(run, images, epoch, ++step);
                hash.Append(loss.Total, [.. loss.Terms.Select(term => term.Value)]);
                average.Add(loss, images.shape[0]);
                schedule?.StepEnded();
            }
        }

        var result = average.ToResult(epoch, hash.Text, learningRate);
        schedule?.EpochEnded(result.Loss);
        return result;
    }

    private StepLoss Step(ExperimentRun run, Tensor images, int epoch, int step)
    {
        using var scope = NewDisposeScope();
        run.Model.zero_grad();
        var terms = run.Loss(images);
        var loss = StepLoss.Read(terms);
        loss.CheckFinite(settings.Name, epoch, step);
        terms.Total.backward();
        if (run.MaxGradientNorm is { } norm)
        {
            nn.utils.clip_grad_norm_(run.Model.parameters(), norm);
        }

        run.Optimizer.step();
        return loss;
    }
}
