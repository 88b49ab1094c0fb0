using Repro.Runtime.Captures;
using Repro.Runtime.Data;
using static TorchSharp.torch;

namespace Repro.Runtime.Training;

/// <summary>Everything in a run that changes while it trains, except the default generator. A checkpoint has to hold all of it.</summary>
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
        Run = RunFailure.Start(experiment);
        Batches = new Batches(data.Images, experiment.Settings);
        schedule = Run.Schedule(Batches.Count);
        Run.Model.train();
        LearningRate = CurrentRate;
    }

    public ExperimentRun Run { get; }

    public Batches Batches { get; }

    public RunningHash Hash { get; } = new();

    /// <summary>The complete epochs.</summary>
    public IReadOnlyList<EpochResult> Epochs => epochs;

    /// <summary>The pictures that were captured after them.</summary>
    public IReadOnlyList<Capture> Captures => captures;

    /// <summary>The current epoch, from 1.</summary>
    public int Epoch => epochs.Count + 1;

    /// <summary>How many steps of the current epoch are complete.</summary>
    public int Step { get; private set; }

    /// <summary>The sums over these steps.</summary>
    public EpochSums Sums => average.Sums;

    /// <summary>The learning rate of the first step of the current epoch.</summary>
    public double LearningRate { get; private set; }

    /// <summary>The result of the current epoch, when all its steps are complete.</summary>
    public EpochResult Result => average.ToResult(Epoch, Hash.Text, LearningRate);

    private double CurrentRate => Run.Optimizer.ParamGroups.First().LearningRate;

    /// <summary>Adds the result of a step, and goes on to the next step.</summary>
    public void EndStep(StepLoss loss, long images)
    {
        Hash.Append(loss.Total, [.. loss.Terms.Select(term => term.Value)]);
        average.Add(loss, images);
        schedule?.StepEnded();
        Step++;
    }

    /// <summary>Adds the result of the current epoch, and goes on to the next epoch.</summary>
    public void EndEpoch(EpochResult result, IEnumerable<Capture> taken)
    {
        schedule?.EpochEnded(result.Validation is [var heldBack, ..] ? heldBack.Value : result.Loss);
        epochs.Add(result);
        captures.AddRange(taken);
        Batches.EndEpoch();
        average.Sums = new(0, 0, []);
        (Step, LearningRate) = (0, CurrentRate);
    }

    /// <summary>
    /// Moves a run that has not begun to the position of a saved one. Weights and random streams are restored elsewhere. The schedule has
    /// no state to restore, so it is told of all steps and epochs again.
    /// </summary>
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
