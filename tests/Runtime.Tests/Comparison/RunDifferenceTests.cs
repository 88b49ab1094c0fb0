using Repro.Runtime.Comparison;
using Repro.Runtime.Runs;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Tests.Fixtures;
using Repro.Runtime.Training;
using Repro.Runtime.Weights;

namespace Repro.Runtime.Tests.Comparison;

public sealed class RunDifferenceTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void EveryDifferingEpochHasItsNumbers()
    {
        var before = Samples.Snapshot(12);
        var after = before
            .With(7, epoch => epoch with { Loss = MathF.BitIncrement(epoch.Loss), RunningHash = "x" })
            .With(9, epoch => epoch with { Loss = 2 * epoch.Loss, Terms = [epoch.Terms[0], epoch.Terms[1] with { Value = 0 }] });
        var difference = Between(before, after);
        Assert.Equal([7, 9], difference.Epochs.Select(epoch => epoch.Epoch));
        Assert.Equal("epoch 7: loss 142.928589 (0x430EEDB8) was 142.928574 (0x430EEDB7)", difference.First);
        Assert.Equal([("loss", 1L)], difference.Epochs[0].Values.Select(value => (value.Name, value.Ulps!.Value)));
        Assert.Equal(["loss", "kl divergence"], difference.Epochs[1].Values.Select(value => value.Name));
        Assert.Equal((1.0, (double)before.Epochs[8].Loss), (difference.Largest!.Loss.Relative, difference.Largest.Loss.Absolute));
        Assert.Equal((9, true, 9), (difference.Largest.Epoch, difference.BeginsAsRounding, difference.Departure));
    }

    [Fact]
    public void FromZeroThereIsNoRelativeDifference() => Assert.Null(new ValueDifference("loss", 0, 1).Relative);

    [Fact]
    public void PicturesOfOneRunAloneAreDifferences()
    {
        var before = Samples.Snapshot(12);
        var difference = Between(before, before with { Pictures = [before.Pictures[0], new(11, "samples", "8x8", Samples.HashB)] });
        Assert.Equal(4, difference.ComparedPictures);
        Assert.Equal(
            [("epoch-010-samples", true), ("epoch-012-samples", true), ("epoch-011-samples", false)],
            difference.Pictures.Select(picture => (picture.FileName, picture.After is null)));
    }

    [Fact]
    public void RunsInFoldersAreComparedToTheLastWeight()
    {
        var (first, second) = (Train("first", _ => { }), Train("second", weight => weight[0] ^= 1));
        var same = RunDifference.Between(Read(first), Read(Train("third", _ => { })));
        Assert.Equal((Verdict.SameBits, true, null), (same.Verdict, same.SameWeights, same.Weights));

        var difference = RunDifference.Between(Read(first), Read(second));
        Assert.Equal((Verdict.Different, false), (difference.Verdict, difference.SameWeights));
        var weight = Assert.Single(difference.Weights!);
        Assert.Equal((1L, true), (weight.Changed, weight.Largest is > 0 and < 1e-5));
        Assert.StartsWith("the final weights: their hash ", difference.First, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnfinishedRunIsNoRun()
    {
        var run = Train("run", _ => { });
        File.Delete(Path.Combine(run.Path, "run.json"));
        Assert.Null(ComparisonSide.Of(run));
    }

    [Fact]
    public void DamagedWeightsAreNotAtHand()
    {
        var run = Train("run", _ => { });
        Assert.NotNull(Read(run).Weights());
        var bytes = File.ReadAllBytes(run.WeightsPath);
        bytes[^1] ^= 1;
        File.WriteAllBytes(run.WeightsPath, bytes);
        Assert.Null(Read(run).Weights());
        File.WriteAllBytes(run.WeightsPath, bytes[..20]);
        Assert.Null(Read(run).Weights());
    }

    [Fact]
    public void WeightsOfOtherShapesAreNamed()
    {
        WeightTensor Weight(string name, long size) => new(name, WeightType.Float32, [size], new byte[4 * size]);
        var differences = WeightDifference.All(
            [Weight("a", 1), Weight("b", 2), Weight("c", 3)], [Weight("b", 3), Weight("c", 3), Weight("d", 1)]);
        Assert.Equal([("a", null), ("b", null), ("d", (long?)null)], differences.Select(weight => (weight.Name, weight.Changed)));
    }

    [Fact]
    public void ANumberThatIsNotFiniteIsTheLargestDifference()
    {
        WeightTensor Weight(float value) =>
            new("a", WeightType.Float32, [2], (byte[])[.. BitConverter.GetBytes(value), .. BitConverter.GetBytes(0f)]);
        var difference = Assert.Single(WeightDifference.All([Weight(1)], [Weight(float.NaN)]));
        Assert.Equal((1L, 2L, double.NaN), (difference.Changed, difference.Count, difference.Largest));
    }

    private static RunDifference Between(Snapshot before, Snapshot after) => RunDifference.Between(Run(before), Run(after));

    private static ComparisonSide Run(Snapshot snapshot) => new("here", snapshot, _ => null, () => null);

    private static ComparisonSide Read(RunFolder run) => ComparisonSide.Of(run)!;

    // A tiny run whose first weight is changed before it is written.
    private RunFolder Train(string name, Action<byte[]> change)
    {
        using var data = Tiny.Data();
        var result = Trainer.Train(Tiny.Experiment, data, new Observer(), CancellationToken.None);
        var bytes = result.Weights[0].Data.ToArray();
        change(bytes);
        result = result with { Weights = [result.Weights[0] with { Data = bytes }, .. result.Weights.Skip(1)] };
        var snapshot = Snapshot.Of(Tiny.Settings, data, result);
        var run = RunFolder.At(folder.Join(name));
        var writer = RunWriter.Begin(run);
        foreach (var capture in result.Captures)
        {
            writer.Write(capture);
        }

        writer.Finish(snapshot, result.Weights, TimeSpan.FromSeconds(1), DateTimeOffset.UnixEpoch);
        return run;
    }
}
