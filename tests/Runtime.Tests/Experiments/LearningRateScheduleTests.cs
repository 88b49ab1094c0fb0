using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.optim.lr_scheduler;

namespace Repro.Runtime.Tests.Experiments;

/// <summary>The expected rates are those of PyTorch 1.13.1's schedules. A warm-up is its SequentialLR with LinearLR.</summary>
public sealed class LearningRateScheduleTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();
    private readonly optim.Optimizer optimizer = optim.SGD([nn.Parameter(zeros(1))], 0.1, momentum: 0.9);

    public static TheoryData<int, Func<optim.Optimizer, LRScheduler>, double[]> Schedules => new()
    {
        { 0, optimizer => StepLR(optimizer, 2, 0.5), [0.1, 0.1, 0.05, 0.05, 0.025, 0.025] },
        { 0, optimizer => MultiStepLR(optimizer, [1, 4], 0.5), [0.1, 0.05, 0.05, 0.05, 0.025, 0.025] },
        { 0, optimizer => ExponentialLR(optimizer, 0.5), [0.1, 0.05, 0.025, 0.0125] },
        {
            0, optimizer => CosineAnnealingLR(optimizer, 6),
            [0.1, 0.09330127018922195, 0.07500000000000001, 0.05, 0.025000000000000012, 0.006698729810778065]
        },
        { 0, optimizer => LinearLR(optimizer, 0.25, 1, 3), [0.025, 0.05, 0.07500000000000001, 0.1, 0.1] },
        {
            0, optimizer => OneCycleLR(optimizer, 1.0, total_steps: 6),
            [0.040000000000000036, 0.9944154354509117, 0.811745653949763, 0.46263710266697505, 0.1334775301888306, 4e-06]
        },
        { 3, optimizer => StepLR(optimizer, 2, 0.5), [0.025, 0.05, 0.07500000000000001, 0.1, 0.1, 0.05, 0.05, 0.025] },
        {
            2, optimizer => CosineAnnealingLR(optimizer, 4),
            [0.03333333333333333, 0.06666666666666667, 0.1, 0.08535533905932738, 0.05, 0.014644660940672627]
        },
    };

    [Theory]
    [MemberData(nameof(Schedules))]
    public void TheRatesArePyTorchs(int warmUp, Func<optim.Optimizer, LRScheduler> create, double[] expected)
    {
        var schedule = LearningRateSchedule.PerEpoch(optimizer, expected.Length, () => create(optimizer), warmUp);
        Assert.All(
            Rates(expected.Length, () => schedule.EpochEnded(0)).Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-11));
    }

    [Fact]
    public void StepsAndEpochsAreCountedApart()
    {
        var perStep = LearningRateSchedule.PerStep(optimizer, 100, () => StepLR(optimizer, 1, 0.5));
        perStep.EpochEnded(0);
        Assert.Equal(0.1, Rate);
        perStep.StepEnded();
        Assert.Equal(0.05, Rate);
        var perEpoch = LearningRateSchedule.PerEpoch(optimizer, 100, () => StepLR(optimizer, 1, 0.5));
        perEpoch.StepEnded();
        Assert.Equal(0.05, Rate);
    }

    [Fact]
    public void APlateauIsSeenInTheLosses()
    {
        var schedule = LearningRateSchedule.OnLoss(optimizer, 100, () => ReduceLROnPlateau(optimizer, factor: 0.5, patience: 1));
        Assert.Equal([0.1, 0.1, 0.1, 0.1, 0.05], RatesAfter(schedule, 3, 2, 2, 2));
    }

    [Fact]
    public void APlateauIsLookedForAfterTheWarmUp()
    {
        var schedule = LearningRateSchedule.OnLoss(optimizer, 100, () => ReduceLROnPlateau(optimizer, factor: 0.5, patience: 0), warmUp: 1);
        Assert.Equal([0.05, 0.1, 0.1, 0.05], RatesAfter(schedule, 1, 2, 2));
    }

    [Fact]
    public void ALongerRunKeepsTheLastRate()
    {
        var schedule = LearningRateSchedule.PerStep(optimizer, 6, () => OneCycleLR(optimizer, 1.0, total_steps: 6));
        var rates = Rates(20, schedule.StepEnded);
        Assert.All(rates[5..], rate => Assert.Equal(rates[5], rate));
    }

    [Fact]
    public void TheWarmUpEndsAtExactlyTheRateOfTheOptimizer()
    {
        var schedule = LearningRateSchedule.PerEpoch(optimizer, 100, () => StepLR(optimizer, 1000), warmUp: 7);
        Assert.Equal(0.1, Rates(9, () => schedule.EpochEnded(0))[7]);
    }

    [Theory]
    [InlineData(300, 2, 600)]
    [InlineData(1, int.MaxValue, int.MaxValue)]
    public void StepsAreEpochsTimesStepsOfOne(int epochs, int stepsPerEpoch, int expected) =>
        Assert.Equal(expected, LearningRateSchedule.StepsOf(epochs, stepsPerEpoch));

    [Fact]
    public void MoreStepsThanCanBeCountedAreRefused() => Assert.Equal(
        "1000000 epochs of 1000000 steps are more than a schedule can count, 2147483647. Lower epochs or raise batch in experiments.yaml.",
        Assert.Throws<ReproException>(() => LearningRateSchedule.StepsOf(1000000, 1000000)).Message);

    public void Dispose()
    {
        optimizer.Dispose();
        scope.Dispose();
    }

    private double Rate => optimizer.ParamGroups.Single().LearningRate;

    private double[] Rates(int count, Action goOn)
    {
        var rates = new double[count];
        for (var i = 0; i < count; i++)
        {
            rates[i] = Rate;
            goOn();
        }

        return rates;
    }

    private double[] RatesAfter(LearningRateSchedule schedule, params float[] losses) =>
    [
        Rate,
        .. losses.Select(loss =>
        {
            schedule.EpochEnded(loss);
            return Rate;
        }),
    ];
}
