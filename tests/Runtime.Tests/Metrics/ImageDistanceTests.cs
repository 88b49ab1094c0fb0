using Repro.Runtime.Metrics;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Metrics;

public class ImageDistanceTests
{
    [Fact]
    public void ItIsTheRootOfTheMeanSquaredDifference() =>
        Assert.Equal(Math.Sqrt((9 + 16 + 0 + 0) / 4.0), ImageDistance.Between([0, 10, 5, 5], [3, 6, 5, 5]));

    [Fact]
    public void BlackAndWhiteAre255Apart() =>
        Assert.Equal(255, ImageDistance.Between(new byte[12288], Enumerable.Repeat((byte)255, 12288).ToArray()));

    [Fact]
    public void ItAgreesWithNumpyToTheLastDigit()
    {
        // Every sum is exact in numpy too, so both round twice.
        Assert.Equal(100.51616785373386, ImageDistance.Between(PixelSets.Patterns(0, 1)[0], PixelSets.Patterns(1, 1)[0]));
        Assert.Equal(104.8594297142608, ImageDistance.Between(PixelSets.Patterns(3, 1)[0], PixelSets.Patterns(14, 1)[0]));
    }

    [Fact]
    public void AllPairsAreSymmetricAndAnImageIsNotApartFromItself()
    {
        var images = PixelSets.Patterns(0, 6);
        var distances = ImageDistance.Between(images, images);
        var computed = ImageDistance.Between(images, PixelSets.Patterns(0, 6));
        for (var i = 0; i < 6; i++)
        {
            Assert.Equal(0, distances[i][i]);
            Assert.Equal(computed[i], distances[i]);
            Assert.All(Enumerable.Range(0, 6), j => Assert.Equal(distances[i][j], distances[j][i]));
        }
    }

    [Fact]
    public void ImagesOfDifferentSizesHaveNoDistance() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ImageDistance.Between([1, 2], [1]));
}
