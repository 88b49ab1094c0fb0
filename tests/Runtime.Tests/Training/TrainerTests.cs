using Repro.Runtime.Data;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Tests.Fixtures;
using Repro.Runtime.Training;
using Repro.Runtime.Weights;
using static TorchSharp.torch.optim.lr_scheduler;

namespace Repro.Runtime.Tests.Training;

public class TrainerTests
{
    [Fact]
    public void TheSameSettingsGiveTheSameBits() => Assert.Equal(Text(Tiny.Settings), Text(Tiny.Settings));

    [Fact]
    public void AnotherSeedGivesOthers() => Assert.NotEqual(
        Train(Tiny.Settings).Epochs[0].RunningHash, Train(Tiny.Settings with { Seed = 4 }).Epochs[0].RunningHash);

    [Fact]
    public void TrainingLowersTheLoss()
    {
        var epochs = Train(Tiny.Settings with { Epochs = 30, Captures = [] }).Epochs;
        Assert.True(epochs[^1].Loss < 0.5f * epochs[0].Loss, $"{epochs[0].Loss} to {epochs[^1].Loss}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void CapturingDoesNotChangeTheTraining(bool shuffle)
    {
        var settings = Tiny.Settings with { Shuffle = shuffle };
        var with = Train(settings with { Captures = [1, 2, 3, 4] });
        var without = Train(settings with { Captures = [] });
        Assert.Equal((12, 0), (with.Captures.Count, without.Captures.Count));
        Assert.Equal(without.Epochs.Select(epoch => epoch.RunningHash), with.Epochs.Select(epoch => epoch.RunningHash));
        Assert.Equal(WeightsHash.Compute(without.Weights), WeightsHash.Compute(with.Weights));
    }

    [Fact]
    public void ValidatingDoesNotChangeTheTraining()
    {
        using var unvalidated = Tiny.Data();
        using var validated = DataSet.Of(Tiny.Stack(Enumerable.Range(0, 6)), Tiny.Stack([6, 7, 8, 9, 10]));
        var without = Train(unvalidated);
        var with = Train(validated);
        Assert.All(without.Epochs, epoch => Assert.Empty(epoch.Validation));
        Assert.All(with.Epochs, epoch => Assert.Equal(
            ["validation loss", "validation squared_error", "validation penalty"], epoch.Validation.Select(value => value.Name)));
        Assert.Equal(without.Epochs.Select(epoch => epoch.RunningHash), with.Epochs.Select(epoch => epoch.RunningHash));
        Assert.Equal(WeightsHash.Compute(without.Weights), WeightsHash.Compute(with.Weights));

        static TrainingResult Train(DataSet data) =>
            Trainer.Train(Tiny.Create(Tiny.Settings with { Shuffle = true }), data, new Observer(), CancellationToken.None);
    }

    [Fact]
    public void AShorterRunIsTheBeginningOfALongerOne()
    {
        using var data = Tiny.Data();
        var whole = Snapshot.Of(Tiny.Settings, data, Train(Tiny.Settings));
        var first = Snapshot.Of(Tiny.Settings, data, Train(Tiny.Settings with { Epochs = 2 }));
        Assert.Equal(SnapshotWriter.Write(whole.First(2)), SnapshotWriter.Write(first));
    }

    [Fact]
    public void ASingleBatchReportsItsOwnLoss()
    {
        var losses = new List<float>();
        var result = Train(Tiny.Settings with { BatchSize = 100 }, () => new TinyRun
        {
            AtStep = (_, _, loss) =>
            {
                losses.Add(loss.Total.item<float>());
                return loss;
            },
        });
        Assert.Equal(losses, result.Epochs.Select(epoch => epoch.Loss));
    }

    [Fact]
    public void EveryImageOfEveryEpochIsSeenInTrainingMode()
    {
        var sizes = new List<long>();
        TinyRun? run = null;
        Train(Tiny.Settings with { Epochs = 2, Captures = [1] }, () => run = new TinyRun
        {
            AtStep = (_, images, loss) =>
            {
                Assert.True(run!.Model.training);
                sizes.Add(images.shape[0]);
                return loss;
            },
        });
        Assert.Equal([4, 2, 4, 2], sizes);
    }

    [Fact]
    public void TheObserverIsToldInOrder()
    {
        var observer = new Observer();
        Train(Tiny.Settings, observer: observer);
        Assert.Equal(
            [
                "epoch 1", "epoch 2", "epoch-002-reconstructions", "epoch-002-samples", "epoch-002-interpolation",
                "epoch 3", "epoch 4", "epoch-004-reconstructions", "epoch-004-samples", "epoch-004-interpolation",
            ],
            observer.Told);
    }

    [Theory]
    [InlineData(float.NaN, "not a number")]
    [InlineData(float.PositiveInfinity, "infinite")]
    [InlineData(float.NegativeInfinity, "infinite")]
    public void ALossThatIsNotFiniteStopsTheRun(float factor, string what)
    {
        var error = Assert.Throws<ReproException>(() => Train(Tiny.Settings, () => new TinyRun
        {
            AtStep = (step, _, loss) =>
                step < 4 ? loss : loss with { Terms = [loss.Terms[0], new LossTerm("penalty", loss.Terms[1].Value * factor)] },
        }));
        Assert.StartsWith($"tiny stopped at epoch 2, step 2: penalty is {what}.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CancellingLetsTheStepAtHandFinish()
    {
        using var stop = new CancellationTokenSource();
        TinyRun? run = null;
        var observer = new Observer();
        Assert.Throws<OperationCanceledException>(() => Train(
            Tiny.Settings,
            () => run = new TinyRun
            {
                AtStep = (step, _, loss) =>
                {
                    if (step == 3)
                    {
                        stop.Cancel();
                    }

                    return loss;
                },
            },
            observer,
            stop.Token));
        Assert.Equal(3, run!.Steps);
        Assert.Equal(["epoch 1"], observer.Told);
    }

    [Fact]
    public void TheWeightsAreThoseOfTheModelInNameOrder()
    {
        var result = Train(Tiny.Settings with { Epochs = 1, Captures = [] });
        Assert.Equal(
            [
                "decoder.bias", "decoder.weight", "encoder.bias", "encoder.weight",
                "norm.bias", "norm.num_batches_tracked", "norm.running_mean", "norm.running_var", "norm.weight",
            ],
            result.Weights.Select(weight => weight.Name));
        Assert.Equal((192 * 4) + 4 + (192 * 4) + 192 + 6, result.ParameterCount);
        var steps = result.Weights.Single(weight => weight.Type == WeightType.Int64);
        Assert.Equal(2, BitConverter.ToInt64(steps.Data.Span));
        Assert.All(result.Weights, weight => Assert.Equal(
            weight.Shape.Aggregate(1L, (a, b) => a * b) * (weight.Type == WeightType.Int64 ? 8 : 4), weight.Data.Length));
    }

    [Fact]
    public void TheLearningRateOfEveryEpochIsReported() =>
        Assert.Equal([0.01, 0.01, 0.01, 0.01], Train(Tiny.Settings).Epochs.Select(epoch => epoch.LearningRate!.Value));

    [Fact]
    public void AScheduleGoesOnAfterEachEpochOrEachStep()
    {
        var perEpoch = Train(Tiny.Settings, () => new TinyRun
        {
            WithSchedule = (optimizer, _) => LearningRateSchedule.PerEpoch(optimizer, 4, () => StepLR(optimizer, 1, 0.5)),
        });
        Assert.Equal([0.01, 0.005, 0.0025, 0.00125], perEpoch.Epochs.Select(epoch => epoch.LearningRate!.Value));
        var perStep = Train(Tiny.Settings, () => new TinyRun
        {
            WithSchedule = (optimizer, steps) => LearningRateSchedule.PerStep(optimizer, 4 * steps, () => StepLR(optimizer, 1, 0.5)),
        });
        Assert.Equal([0.01, 0.0025, 0.000625, 0.00015625], perStep.Epochs.Select(epoch => epoch.LearningRate!.Value));
        Assert.Equal(perEpoch.Epochs[0].RunningHash, perStep.Epochs[0].RunningHash);
        Assert.NotEqual(perEpoch.Epochs[1].RunningHash, perStep.Epochs[1].RunningHash);
    }

    [Fact]
    public void APlateauIsLookedForOnTheImagesHeldBackIfThereAreAny()
    {
        using var unvalidated = Tiny.Data();
        using var validated = DataSet.Of(Tiny.Stack(Enumerable.Range(0, 6)), Tiny.Stack([6, 7, 8]));
        Assert.Equal(0.01, LastRate(unvalidated));
        Assert.Equal(0.00125, LastRate(validated));

        // The training loss is made to fall, and the loss in evaluation mode to rise.
        static double LastRate(DataSet data)
        {
            TinyRun? run = null;
            var experiment = new Experiment(Tiny.Settings with { Epochs = 5, Captures = [] }, () => run = new TinyRun
            {
                AtStep = (step, _, loss) => loss with { Total = run!.Model.training ? loss.Total / (step * step) : loss.Total * step },
                WithSchedule = (optimizer, _) =>
                    LearningRateSchedule.OnLoss(optimizer, 5, () => ReduceLROnPlateau(optimizer, factor: 0.5, patience: 0)),
            });
            return Trainer.Train(experiment, data, new Observer(), CancellationToken.None).Epochs[^1].LearningRate!.Value;
        }
    }

    [Fact]
    public void TheRateIsTheOneThatTheStepsUse()
    {
        var result = Train(Tiny.Settings with { Captures = [] }, () => new TinyRun
        {
            WithSchedule = (optimizer, _) => LearningRateSchedule.PerEpoch(optimizer, 4, () => MultiStepLR(optimizer, [1], 0)),
        });
        var after = Train(Tiny.Settings with { Captures = [], Epochs = 1 });
        var moving = (string name) =>
            name.StartsWith("norm.running", StringComparison.Ordinal) || name.EndsWith("tracked", StringComparison.Ordinal);
        Assert.Equal(
            WeightsHash.Compute(after.Weights.Where(weight => !moving(weight.Name))), WeightsHash.Compute(
                result.Weights.Where(weight => !moving(weight.Name))));
    }

    [Fact]
    public void TheScheduleIsToldTheStepsOfAnEpoch()
    {
        var steps = new List<int>();
        foreach (var batch in (int[])[1, 4, 6, 100])
        {
            Train(Tiny.Settings with { BatchSize = batch, Epochs = 1, Captures = [] }, () => new TinyRun
            {
                WithSchedule = (_, stepsPerEpoch) =>
                {
                    steps.Add(stepsPerEpoch);
                    return null;
                },
            });
        }

        Assert.Equal([6, 2, 1, 1], steps);
    }

    [Fact]
    public void TheRunKnowsItsEpoch()
    {
        var epochs = new List<int>();
        TinyRun? run = null;
        Train(Tiny.Settings with { Captures = [] }, () => run = new TinyRun
        {
            AtStep = (_, _, loss) =>
            {
                epochs.Add(run!.Epoch);
                return loss;
            },
        });
        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4], epochs);
    }

    [Fact]
    public void GradientsAreClippedToTheirNorm()
    {
        var norms = new List<float>();
        TinyRun? run = null;
        Train(Tiny.Settings with { Captures = [] }, () => run = new TinyRun
        {
            Clip = 0.5,
            WithSchedule = (optimizer, _) => LearningRateSchedule.PerStep(optimizer, 100, () => LambdaLR(optimizer, _ =>
            {
                // The schedule advances after each step, when the gradients still exist.
                norms.AddRange(run!.Steps == 0 ? [] : [Norm(run)]);
                return 1;
            })),
        });
        Assert.Equal(8, norms.Count);
        Assert.All(norms, norm => Assert.Equal(0.5f, norm, 1e-5f));
    }

    [Fact]
    public void ANormThatIsHigherThanAllGradientsChangesNothing() => Assert.Equal(
        Train(Tiny.Settings).Epochs.Select(epoch => epoch.RunningHash), Train(
            Tiny.Settings, () => new TinyRun { Clip = 1e9 }).Epochs.Select(epoch => epoch.RunningHash));

    private static float Norm(TinyRun run) =>
        MathF.Sqrt(run.Model.parameters().Sum(parameter => parameter.grad!.square().sum().item<float>()));

    private static string Text(ExperimentSettings settings)
    {
        using var data = Tiny.Data();
        return SnapshotWriter.Write(Snapshot.Of(settings, data, Train(settings)));
    }

    private static TrainingResult Train(
        ExperimentSettings settings, Func<ExperimentRun>? start = null, Observer? observer = null,
        CancellationToken cancellationToken = default)
    {
        using var data = Tiny.Data();
        return Trainer.Train(new Experiment(settings, start ?? (() => new TinyRun())), data, observer ?? new Observer(), cancellationToken);
    }
}
