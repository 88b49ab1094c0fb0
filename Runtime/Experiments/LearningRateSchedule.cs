using static TorchSharp.torch;
using static TorchSharp.torch.optim.lr_scheduler;

namespace Repro.Runtime;

/// <summary>
/// Changes the learning rate of a run from epoch to epoch or from step to step: one of torch's schedules, optionally after a linear
/// warm-up. A run that is longer than the experiment keeps the last rate.
/// </summary>
public sealed class LearningRateSchedule
{
    private readonly optim.Optimizer optimizer;
    private readonly Func<LRScheduler> create;
    private readonly Clock clock;
    private readonly long length;
    private readonly int warmUp;
    private LRScheduler schedule;
    private long passed;

    private LearningRateSchedule(optim.Optimizer optimizer, Clock clock, long length, int warmUp, Func<LRScheduler> create)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(create);
        ArgumentOutOfRangeException.ThrowIfNegative(warmUp);
        if (warmUp >= length)
        {
            throw new ReproException(
                $"A warm-up of {warmUp} {(clock == Clock.Steps ? "steps" : "epochs")} does not end before the training, which has "
                + $"{length}. Lower warm_up or raise epochs in experiments.yaml.");
        }

        (this.optimizer, this.clock, this.length, this.warmUp, this.create) = (optimizer, clock, length, warmUp, create);
        schedule = warmUp == 0 ? create() : LinearLR(optimizer, start_factor: 1.0 / (warmUp + 1), end_factor: 1, total_iters: warmUp);
    }

    private enum Clock
    {
        Steps,
        Epochs,
        Losses,
    }

    /// <summary>A schedule that advances after each epoch.</summary>
    /// <param name="optimizer">The optimizer whose rate it changes.</param>
    /// <param name="epochs">The number of epochs of the experiment.</param>
    /// <param name="create">Creates torch's schedule, which sets the rate of its first epoch.</param>
    /// <param name="warmUp">
    /// The number of epochs w before that schedule starts. In them the rate is 1 / (w + 1), 2 / (w + 1), … of the optimizer's. PyTorch:
    /// <c>SequentialLR([LinearLR(1 / (w + 1), total_iters=w), schedule], milestones=[w])</c>.
    /// </param>
    public static LearningRateSchedule PerEpoch(optim.Optimizer optimizer, int epochs, Func<LRScheduler> create, int warmUp = 0) =>
        new(optimizer, Clock.Epochs, epochs, warmUp, create);

    /// <summary>A schedule that advances after each step. The parameters are those of <see cref="PerEpoch"/>, counted in steps.</summary>
    public static LearningRateSchedule PerStep(optim.Optimizer optimizer, int steps, Func<LRScheduler> create, int warmUp = 0) =>
        new(optimizer, Clock.Steps, steps, warmUp, create);

    /// <summary>
    /// A schedule that depends on the loss of each epoch: the validation loss if images are held back, otherwise the training loss. The
    /// parameters are those of <see cref="PerEpoch"/>.
    /// </summary>
    public static LearningRateSchedule OnLoss(optim.Optimizer optimizer, int epochs, Func<LRScheduler> create, int warmUp = 0) =>
        new(optimizer, Clock.Losses, epochs, warmUp, create);

    /// <summary>The number of steps of an experiment, for schedules that count in steps.</summary>
    /// <exception cref="ReproException">They are more than a schedule can count.</exception>
    public static int StepsOf(int epochs, int stepsPerEpoch)
    {
        var steps = (long)epochs * stepsPerEpoch;
        return steps <= int.MaxValue
            ? (int)steps
            : throw new ReproException(
                $"{epochs} epochs of {stepsPerEpoch} steps are more than a schedule can count, {int.MaxValue}. Lower epochs or raise "
                + "batch in experiments.yaml.");
    }

    internal void StepEnded()
    {
        if (clock == Clock.Steps)
        {
            GoOn(loss: 0);
        }
    }

    internal void EpochEnded(float loss)
    {
        if (clock != Clock.Steps)
        {
            GoOn(loss);
        }
    }

    private void GoOn(float loss)
    {
        if (++passed >= length)
        {
            return;
        }

        if (passed == warmUp)
        {
            foreach (var group in optimizer.ParamGroups)
            {
                group.LearningRate = group.InitialLearningRate;
            }

            schedule = create();
        }
        else if (clock == Clock.Losses && passed > warmUp)
        {
            schedule.step((double)loss);
        }
        else
        {
            schedule.step();
        }
    }
}
