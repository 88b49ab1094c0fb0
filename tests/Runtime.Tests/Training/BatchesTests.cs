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

    private static Tensor Numbers(int count) => tensor([.. Enumerable.Range(0, count).Select(i => (float)i)]).reshape(count, 1, 1, 1);

    private static float[][] Epoch(Batches batches) => [.. batches.NextEpoch().Select(batch => batch.contiguous().data<float>().ToArray())];
}
