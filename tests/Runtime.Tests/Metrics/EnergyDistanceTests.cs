using Repro.Runtime.Imaging;
using Repro.Runtime.Metrics;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Metrics;

public class EnergyDistanceTests
{
    [Fact]
    public void OfTwoLoneImagesItIsTwiceTheirDistance() => Assert.Equal(2 * 40, Between(PixelSets.Flat(10), PixelSets.Flat(50)));

    [Fact]
    public void OfNumbersItIsTheOneOfScipy()
    {
        // scipy.stats.energy_distance gives the root of it. The tolerance is for its different order of sums.
        Assert.Equal(91.94444444444447, Between(PixelSets.Flat(0, 10, 20), PixelSets.Flat(5, 200)), 1e-12 * 92);
    }

    [Fact]
    public void ItAgreesWithNumpy() =>
        Assert.Equal(22.73332921924441, Between(PixelSets.Patterns(0, 12), PixelSets.Patterns(12, 8)), 1e-12 * 100);

    [Fact]
    public void ItIsSymmetricAndNothingIsApartFromItself()
    {
        var (first, second) = (PixelSets.Patterns(0, 5), PixelSets.Patterns(5, 7));
        Assert.Equal(0, Between(first, first));
        // The sums of rows become sums of columns, which round differently.
        Assert.Equal(Between(first, second), Between(second, first), 1e-12 * 100);
    }

    private static double Between(PixelImages first, PixelImages second) => EnergyDistance.Between(
        ImageDistance.Between(first, second), ImageDistance.Between(first, first), ImageDistance.Between(second, second));
}
