using Repro.Runtime.Captures;
using Repro.Runtime.Data;
using Repro.Runtime.Weights;
using static TorchSharp.torch;

namespace Repro.Runtime.Training;

/// <summary>Trains an experiment on its data, from seed to final weights.</summary>
public sealed class Trainer
{
    private readonly Experiment _experiment;
    private readonly ExperimentSettings _settings;
    private readonly DataSet _data;
    private readonly ITrainingObserver _observer;
    private readonly RunningHash _hash = new();

    private Trainer(Experiment experiment, DataSet data, ITrainingObserver observer)
    {
        _experiment = experiment;
        _settings = experiment.Settings;
        _data = data;
        _observer = observer;
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
        manual_seed(_settings.Seed);
        using var run = _experiment.Start();
        using var batches = new Batches(_data.Images, _settings);
        var epochs = new List<EpochResult>();
        var captures = new List<Capture>();
        run.Model.train();
        for (var epoch = 1; epoch <= _settings.Epochs; epoch++)
        {
            var result = TrainEpoch(run, batches, epoch, cancellationToken);
            epochs.Add(result);
            _observer.EpochEnded(result);
            if (_settings.Captures.Contains(epoch))
            {
                foreach (var capture in Capturer.Capture(run, _settings, _data, epoch))
                {
                    captures.Add(capture);
                    _observer.Captured(capture);
                }
            }
        }

        return new TrainingResult(epochs, captures, run.Model.parameters().Sum(parameter => parameter.numel()), ModelWeights.Read(run.Model));
    }

    private EpochResult TrainEpoch(ExperimentRun run, Batches batches, int epoch, CancellationToken cancellationToken)
    {
        var average = new EpochAverage();
        var step = 0;
        foreach (var images in batches.NextEpoch())
        {
            using (images)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var loss = Step(run, images, epoch, ++step);
                _hash.Append(loss.Total, [.. loss.Terms.Select(term => term.Value)]);
                average.Add(loss, images.shape[0]);
            }
        }

        return average.ToResult(epoch, _hash.Text);
    }

    private StepLoss Step(ExperimentRun run, Tensor images, int epoch, int step)
    {
        using var scope = NewDisposeScope();
        run.Model.zero_grad();
        var terms = run.Loss(images);
        var loss = StepLoss.Read(terms);
        loss.CheckFinite(_settings.Name, epoch, step);
        terms.Total.backward();
        run.Optimizer.step();
        return loss;
    }
}
