using Repro.Runtime.Imaging;
using Repro.Runtime.Metrics;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Metrics;

public class FrechetDistanceTests
{
    [Fact]
    public void ItAgreesWithNumpy()
    {
        // The reference computes the trace of the root as the sum of the singular values of F₁ᵀF₂, where Σ = F Fᵀ. So it needs no roots of
        // small eigenvalues.
        Assert.Equal(57.33314107414784, Between(PixelSets.Patterns(0, 12), PixelSets.Patterns(12, 8)), 1e-9 * 57);
    }

    [Fact]
    public void OfTwoLoneImagesItIsTheDistanceOfTheirBlockMeans() => Assert.Equal(40, Between(PixelSets.Flat(10), PixelSets.Flat(50)));

    [Fact]
    public void OfOneDimensionItIsTheDifferenceOfMeansAndDeviations()
    {
        // All blocks are alike: mean 10 and deviation 10 against mean 40 and deviation 30, so √(30² + 20²). Only the one eigenvalue is
        // rounded.
        Assert.Equal(Math.Sqrt(900 + 400), Between(PixelSets.Flat(0, 20), PixelSets.Flat(10, 70)), 1e-12 * 36);
    }

    [Fact]
    public void NothingIsApartFromItself()
    {
        // The traces are about 10⁶. Their difference is rounded to about 10⁻⁹ of that, and then its root is taken.
        var images = PixelSets.Patterns(0, 12);
        Assert.InRange(Between(images, images), 0, 1e-4);
    }

    [Fact]
    public void ItIsSymmetric()
    {
        var (first, second) = (PixelSets.Patterns(0, 12), PixelSets.Patterns(12, 8));
        Assert.Equal(Between(first, second), Between(second, first), 1e-9 * 57);
    }

    private static double Between(PixelImages first, PixelImages second) => new FrechetDistance(first).To(second);
}
