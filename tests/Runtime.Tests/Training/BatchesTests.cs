using Repro.Runtime.Tests.Fixtures;
using Repro.Runtime.Training;
using static TorchSharp.torch;

namespace Repro.Runtime.Tests.Training;

public class BatchesTests
{
    private static readonly ExperimentSettings Shuffled = Tiny.Settings with { Shuffle = true };

    [Fact]
    public void BatchesFollowTheDataAndTheLastMayBeSmaller()
    {
        using var images = Numbers(6);
        using var batches = new Batches(images, Tiny.Settings);
        Assert.Equal([[0, 1, 2, 3], [4, 5]], Epoch(batches));
        Assert.Equal([[0, 1, 2, 3], [4, 5]], Epoch(batches));
    }

    [Fact]
    public void ShufflingVisitsEveryImageInANewOrderEachEpoch()
    {
        using var images = Numbers(50);
        using var batches = new Batches(images, Shuffled);
        var epochs = Enumerable.Range(0, 3).Select(_ => Epoch(batches).SelectMany(batch => batch).ToArray()).ToList();
        Assert.All(epochs, epoch => Assert.Equal(Enumerable.Range(0, 50).Select(i => (float)i), epoch.Order()));
        Assert.Equal(3, epochs.Select(epoch => string.Join(',', epoch)).Distinct().Count());
    }

    [Fact]
    public void TheSeedDecidesTheOrder()
    {
        using var images = Numbers(50);
        using var first = new Batches(images, Shuffled);
        using var second = new Batches(images, Shuffled);
        using var other = new Batches(images, Shuffled with { Seed = 4 });
        var order = Epoch(first);
        Assert.Equal(order, Epoch(second));
        Assert.NotEqual(order, Epoch(other));
    }

    [Fact]
    public void ShufflingLeavesTheDefaultGeneratorAlone()
    {
        manual_seed(5);
        var undisturbed = randn(1, 5).data<float>().ToArray();
        manual_seed(5);
        using var images = Numbers(50);
        using var batches = new Batches(images, Shuffled);
        Epoch(batches);
        Assert.Equal(undisturbed, randn(1, 5).data<float>().ToArray());
    }

    [Fact]
    public void MirroringLeavesTheOrderAndTheDefaultGeneratorAlone()
    {
        using var images = Numbers(50);
        using var plain = new Batches(images, Shuffled);
        using var mirrored = new Batches(images, Shuffled with { Data = Shuffled.Data with { HorizontalFlip = true } });
        manual_seed(5);
        var undisturbed = randn(1, 5).data<float>().ToArray();
        manual_seed(5);
        for (var epoch = 0; epoch < 3; epoch++)
        {
            Assert.Equal(Epoch(plain), Epoch(mirrored));
        }

        Assert.Equal(undisturbed, randn(1, 5).data<float>().ToArray());
    }

    [Fact]
    public void AnEpochCanBeGoneOnWithFromAnyBatch()
    {
        var settings = Shuffled with { Data = Shuffled.Data with { HorizontalFlip = true } };
        using var images = Numbers(42).reshape(21, 1, 1, 2);
        for (var from = 0; from <= 6; from++)
        {
            using var whole = new Batches(images, settings);
            Epoch(whole);
            whole.BeginEpoch();
            for (var i = 0; i < from; i++)
            {
                whole.Take(i).Dispose();
            }

            using var later = new Batches(images, settings);
            later.Restore(whole.Streams);
            later.BeginEpoch();
            Assert.Equal(Rest(whole, from), Rest(later, from));
            Assert.Equal(Epoch(whole), Epoch(later));
        }
    }

    [Fact]
    public void WithoutAnOrderAndMirroringThereIsNoStream()
    {
        using var images = Numbers(6);
        using var batches = new Batches(images, Tiny.Settings);
        Assert.Empty(batches.Streams);
        batches.Restore(batches.Streams);
    }

    private static Tensor Numbers(int count) => tensor([.. Enumerable.Range(0, count).Select(i => (float)i)]).reshape(count, 1, 1, 1);

    private static float[][] Epoch(Batches batches)
    {
        batches.BeginEpoch();
        return Rest(batches, 0);
    }

    private static float[][] Rest(Batches batches, int from) =>
        [.. Enumerable.Range(from, batches.Count - from).Select(number => batches.Take(number).contiguous().data<float>().ToArray())];
}
