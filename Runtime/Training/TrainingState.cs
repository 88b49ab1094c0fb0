using Repro.Runtime.Captures;
using Repro.Runtime.Data;
using static TorchSharp.torch;

namespace Repro.Runtime.Training;

/// <summary>Everything of a run that changes while it trains, apart from the default generator: what a checkpoint has to hold.</summary>
internal sealed class TrainingState : IDisposable
{
    private readonly LearningRateSchedule? schedule;
    private readonly List<EpochResult> epochs = [];
    private readonly List<Capture> captures = [];
    private readonly EpochAverage average = new();

    /// <summary>Seeds the default generator and builds the model: the state before the first step.</summary>
    public TrainingState(Experiment experiment, DataSet data)
    {
        manual_seed(experiment.Settings.Seed);
        Run = experiment.Start();
        Batches = new Batches(data.Images, experiment.Settings);
        schedule = Run.Schedule(Batches.Count);
        Run.Model.train();
        LearningRate = CurrentRate;
    }

    public ExperimentRun Run { get; }

    public Batches Batches { get; }

    public RunningHash Hash { get; } = new();

    /// <summary>The epochs that are done.</summary>
    public IReadOnlyList<EpochResult> Epochs => epochs;

    /// <summary>What was captured after them.</summary>
    public IReadOnlyList<Capture> Captures => captures;

    /// <summary>The epoch in training, from 1.</summary>
    public int Epoch => epochs.Count + 1;

    /// <summary>How many of its steps are done.</summary>
    public int Step { get; private set; }

    /// <summary>What these steps add up to.</summary>
    public EpochSums Sums => average.Sums;

    /// <summary>The rate of the first step of the epoch in training.</summary>
    public double LearningRate { get; private set; }

    /// <summary>The epoch in training, when all its steps are done.</summary>
    public EpochResult Result => average.ToResult(Epoch, Hash.Text, LearningRate);

    private double CurrentRate => Run.Optimizer.ParamGroups.First().LearningRate;

    /// <summary>Takes what a step gave, and goes on to the next one.</summary>
    public void EndStep(StepLoss loss, long images)
    {
        Hash.Append(loss.Total, [.. loss.Terms.Select(term => term.Value)]);
        average.Add(loss, images);
        schedule?.StepEnded();
        Step++;
    }

    /// <summary>Takes what the epoch in training gave, and goes on to the next one.</summary>
    public void EndEpoch(EpochResult result, IEnumerable<Capture> taken)
    {
        schedule?.EpochEnded(result.Validation is [var heldBack, ..] ? heldBack.Value : result.Loss);
        epochs.Add(result);
        captures.AddRange(taken);
        Batches.EndEpoch();
        average.Sums = new(0, 0, []);
        (Step, LearningRate) = (0, CurrentRate);
    }

    /// <summary>Takes a run that has not begun to where another was, weights, streams and the like apart; the schedule relives what it was told.</summary>
    public void GoOnAfter(IEnumerable<EpochResult> done, IEnumerable<Capture> taken, int step, EpochSums sums)
    {
        foreach (var result in done)
        {
            PassSteps(Batches.Count);
            EndEpoch(result with { LearningRate = LearningRate }, []);
        }

        captures.AddRange(taken);
        PassSteps(step);
        average.Sums = sums;
    }

    public void Dispose()
    {
        Batches.Dispose();
        Run.Dispose();
    }

    private void PassSteps(int count)
    {
        for (; Step < count; Step++)
        {
            schedule?.StepEnded();
        }
    }
}
