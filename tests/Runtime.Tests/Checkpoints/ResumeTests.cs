using Repro.Runtime.Data;
using Repro.Runtime.Runs;
using Repro.Runtime.Tests.Fixtures;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim.lr_scheduler;

namespace Repro.Runtime.Tests.Checkpoints;

/// <summary>
/// A run that is stopped or killed at any step, and goes on from its checkpoint, ends with the bits of an uninterrupted run. This is tested
/// for every optimizer with every schedule, with random values of the other settings, and for every combination with REPRO_SLOW_TESTS=1.
/// </summary>
public sealed class ResumeTests : IDisposable
{
    private const int Epochs = 6;
    private readonly TemporaryFolder root = TemporaryFolder.InMemory();

    private static Dictionary<string, Func<IEnumerable<Parameter>, optim.Optimizer>> Optimizers { get; } = new()
    {
        ["sgd"] = parameters => optim.SGD(parameters, 1e-3),
        ["sgd momentum"] = parameters => optim.SGD(parameters, 1e-3, momentum: 0.9, dampening: 0.1, weight_decay: 0.01),
        ["sgd nesterov"] = parameters => optim.SGD(parameters, 1e-3, momentum: 0.9, nesterov: true),
        ["adam"] = parameters => optim.Adam(parameters, 1e-2),
        ["adam amsgrad"] = parameters => optim.Adam(parameters, 1e-2, amsgrad: true, weight_decay: 0.01),
        ["adamw"] = parameters => optim.AdamW(parameters, 1e-2, weight_decay: 0.1),
        ["adamw amsgrad"] = parameters => optim.AdamW(parameters, 1e-2, weight_decay: 0.1, amsgrad: true),
        ["rmsprop"] = parameters => optim.RMSProp(parameters, 1e-3),
        ["rmsprop centered"] = parameters => optim.RMSProp(parameters, 1e-3, momentum: 0.5, centered: true),
    };

    private static Dictionary<string, Func<optim.Optimizer, int, LearningRateSchedule?>> Schedules { get; } = new()
    {
        ["constant"] = (_, _) => null,
        ["step"] = (optimizer, steps) => LearningRateSchedule.PerStep(optimizer, steps * Epochs, () => StepLR(optimizer, 2, 0.9)),
        ["multi_step"] = (optimizer, _) => LearningRateSchedule.PerEpoch(optimizer, Epochs, () => MultiStepLR(optimizer, [2, 3], 0.5)),
        ["exponential"] = (optimizer, _) =>
            LearningRateSchedule.PerEpoch(optimizer, Epochs, () => ExponentialLR(optimizer, 0.7), warmUp: 2),
        ["cosine"] = (optimizer, steps) =>
            LearningRateSchedule.PerStep(optimizer, steps * Epochs, () => CosineAnnealingLR(optimizer, (steps * Epochs) - 3), warmUp: 3),
        ["linear"] = (optimizer, _) => LearningRateSchedule.PerEpoch(optimizer, Epochs, () => LinearLR(optimizer, 0.5, 1, 4)),
        ["one_cycle"] = (optimizer, steps) => LearningRateSchedule.PerStep(
            optimizer, steps * Epochs, () =>
                OneCycleLR(optimizer, 0.01, total_steps: steps * Epochs, cycle_momentum: HasMomentum(optimizer))),
        ["reduce_on_plateau"] = (optimizer, _) => LearningRateSchedule.OnLoss(
            optimizer, Epochs, () => ReduceLROnPlateau(optimizer, factor: 0.5, patience: 0, threshold: 0.3, cooldown: 1), warmUp: 1),
    };

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var optimizer in Optimizers.Keys)
            {
                foreach (var schedule in Schedules.Keys)
                {
                    pairs.Add(optimizer, schedule);
                }
            }

            return pairs;
        }
    }

    public void Dispose() => root.Dispose();

    [Theory]
    [MemberData(nameof(Pairs))]
    public void ItEndsWithTheBitsOfAnUninterruptedRun(string optimizer, string schedule)
    {
        var random = new Random(optimizer.Length + (100 * schedule.Length));
        foreach (var choice in Thorough.IsOn ? Enumerable.Range(0, 16) : [random.Next(16)])
        {
            var (shuffle, flip, dropout, validation) = ((choice & 1) > 0, (choice & 2) > 0, (choice & 4) > 0, (choice & 8) > 0);
            var settings = Tiny.Settings with
            {
                Epochs = Epochs,
                BatchSize = 3,
                Shuffle = shuffle,
                Captures = [4],
                Data = Tiny.Settings.Data with { HorizontalFlip = flip },
                Checkpoint = new() { Every = 1 + random.Next(3), Keep = 1 + random.Next(2) },
            };
            Experiment Make(Action atStep) =>
                new(settings, () => new VariedRun(Optimizers[optimizer], Schedules[schedule], dropout ? 0.3 : 0, atStep));
            using var data = DataSet.Of(Tiny.Stack(Enumerable.Range(0, 8)), validation ? Tiny.Stack([8, 9, 10, 11, 12]) : null);
            Compare(settings, Make, data, random, $"choice {choice}");
        }
    }

    private void Compare(ExperimentSettings settings, Func<Action, Experiment> make, DataSet data, Random random, string what)
    {
        var whole = RunFolder.Of(root.Join("whole"), settings, settings);
        RunRecorder.Train(make(() => { }), data, whole, new Observer(), new FixedClock(), CancellationToken.None);
        var parts = RunFolder.Of(root.Path, settings, settings);
        var ends = 0;
        while (!TrainPart(parts, make, data, random))
        {
            ends++;
        }

        Assert.True(ends > 0);
        foreach (var file in (string[])[whole.SnapshotPath, whole.LossesPath, whole.WeightsPath])
        {
            var other = Path.Combine(parts.Path, Path.GetFileName(file));
            Assert.True(
                File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(other)), $"{what}: {Path.GetFileName(file)} differs");
        }
    }

    // Trains some steps, and stops properly or as if killed.
    private static bool TrainPart(RunFolder folder, Func<Action, Experiment> make, DataSet data, Random random)
    {
        using var stop = new CancellationTokenSource();
        var (last, isKilled) = (random.Next(1, 10), random.Next(2) == 0);
        var experiment = make(() =>
        {
            if (--last == 0)
            {
                (isKilled ? (Action)(() => throw new KilledException()) : stop.Cancel)();
            }
        });
        var from = folder.FindCheckpoint(experiment.Settings, data, out var unused);
        Assert.Empty(unused);
        randn(random.Next(1, 20)).Dispose();
        try
        {
            RunRecorder.Train(experiment, data, folder, new Observer(), new FixedClock(), stop.Token, from);
            return true;
        }
        catch (Exception e) when (e is OperationCanceledException || e.GetBaseException() is KilledException)
        {
            return false;
        }
    }

    private static bool HasMomentum(optim.Optimizer optimizer) => optimizer switch
    {
        SGD sgd => ((SGD.Options)sgd.state_dict().Options[0]).momentum > 0,
        RMSProp rmsProp => ((RMSProp.Options)rmsProp.state_dict().Options[0]).momentum > 0,
        _ => true,
    };

    private sealed class KilledException : Exception;
}
