using Repro.Runtime.Imaging;
using Repro.Runtime.Metrics;
using Repro.Runtime.Tests.Fixtures;
using static TorchSharp.torch;

namespace Repro.Runtime.Tests.Metrics;

public class PrincipalComponentsTests
{
    private static readonly PixelImages Images = PixelSets.Patterns(0, 12);

    [Fact]
    public void LatentVectorsAgreeWithNumpy()
    {
        // The reference is numpy.linalg.svd of the centred images: projections on the first right singular vectors, divided by the
        // deviations along them. The sign of a component is a convention. The products of the images are exact here; squared singular
        // values lose at most half of their digits.
        using var other = PixelSets.ToTensor(PixelSets.Patterns(12, 1));
        double[] expected = [0.33723394924023803, 0.28187794869347077, 0.3275528780415633, 0.28553473731317097];
        Assert.All(
            expected.Zip(PrincipalComponents.Of(Images, 4).Encode(other)[0]),
            pair => Assert.Equal(pair.First, Math.Abs(pair.Second), 1e-11));
    }

    [Fact]
    public void ReconstructionsAgreeWithNumpy() => Assert.Equal(50.94720958072679, Error(4), 1e-9 * 51);

    [Fact]
    public void MoreComponentsReconstructBetterAndAllExactly()
    {
        double[] errors = [.. Enumerable.Range(1, 11).Select(Error)];
        Assert.Equal(errors.OrderDescending(), errors);
        Assert.Equal(0, errors[^1]);
    }

    [Fact]
    public void TrainingImagesHaveLatentVectorsOfMean0AndVariance1()
    {
        using var images = PixelSets.ToTensor(Images);
        var latent = PrincipalComponents.Of(Images, 11).Encode(images);
        for (var k = 0; k < 11; k++)
        {
            Assert.Equal(0, latent.Sum(vector => vector[k]) / 12, 1e-10);
            Assert.Equal(1, latent.Sum(vector => vector[k] * vector[k]) / 12, 1e-10);
        }
    }

    [Fact]
    public void ThereAreNoMoreComponentsThanTheImagesSpan()
    {
        Assert.Equal(11, PrincipalComponents.Of(Images, 50).Count);
        Assert.Equal(0, PrincipalComponents.Of(Images.Slice(0, 1), 50).Count);
    }

    [Fact]
    public void OfALoneImageEverythingIsThatImage()
    {
        var model = PrincipalComponents.Of(Images.Slice(3, 1), 50);
        using var other = PixelSets.ToTensor(PixelSets.Patterns(7, 1));
        using var generator = new Generator(1);
        Assert.Equal(Images[3], model.Decode(model.Encode(other))[0]);
        Assert.Equal(Images[3], model.Decode(model.DrawPrior(2, generator))[1]);
    }

    [Fact]
    public void DrawsAreThoseOfTorch()
    {
        using var generator = new Generator(5);
        using var same = new Generator(5);
        using var expected = randn(3, 4, generator: same);
        Assert.Equal(
            expected.data<float>().ToArray().Select(value => (double)value),
            PrincipalComponents.Of(Images, 4).DrawPrior(3, generator).SelectMany(vector => vector));
    }

    private static double Error(int components)
    {
        var model = PrincipalComponents.Of(Images, components);
        using var images = PixelSets.ToTensor(Images);
        var decoded = model.Decode(model.Encode(images));
        return Math.Sqrt(Enumerable.Range(0, 12).Average(i => Math.Pow(ImageDistance.Between(decoded[i], Images[i]), 2)));
    }
}
