using Repro.Runtime.Randomness;
using Repro.Runtime.Training;
using static TorchSharp.torch;

namespace Repro.Runtime.Tests.Training;

public class HorizontalFlipTests
{
    [Fact]
    public void AnImageIsMirroredLeftToRightOrAsItIs()
    {
        using var images = arange(0, 64 * 2 * 3 * 4, ScalarType.Int64).to(ScalarType.Float32).reshape(64, 2, 3, 4);
        using var flip = new HorizontalFlip(7);
        using var result = flip.Apply(images);
        Assert.Equal(images.shape, result.shape);
        using var numbers = rand(64, generator: RandomStreams.Create(7, RandomStreams.HorizontalFlip));
        var chosen = numbers.data<float>().ToArray();
        var (before, after) = (images.data<float>().ToArray(), result.data<float>().ToArray());
        for (var i = 0; i < after.Length; i++)
        {
            var (row, x) = (i / 4, i % 4);
            Assert.Equal(before[(4 * row) + (chosen[i / 24] < 0.5f ? 3 - x : x)], after[i]);
        }

        Assert.InRange(chosen.Count(number => number < 0.5f), 16, 48);
    }

    [Fact]
    public void TheStreamGoesOnFromBatchToBatch()
    {
        using var image = tensor([1f, 2f]).reshape(1, 1, 1, 2).expand(40, 1, 1, 2);
        using var whole = new HorizontalFlip(3);
        using var parts = new HorizontalFlip(3);
        using var other = new HorizontalFlip(4);
        var expected = whole.Apply(image).data<float>().ToArray();
        var (first, second) = (parts.Apply(image.narrow(0, 0, 13)), parts.Apply(image.narrow(0, 13, 27)));
        Assert.Equal(expected, first.data<float>().Concat(second.data<float>()));
        Assert.NotEqual(expected, other.Apply(image).data<float>().ToArray());
    }
}
