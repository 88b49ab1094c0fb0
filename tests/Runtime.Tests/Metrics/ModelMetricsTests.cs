using Repro.Runtime.Data;
using Repro.Runtime.Imaging;
using Repro.Runtime.Metrics;
using Repro.Runtime.Tests.Fixtures;
using static TorchSharp.torch;

namespace Repro.Runtime.Tests.Metrics;

/// <summary><see cref="ModelMetrics"/> of models whose metrics are known.</summary>
public sealed class ModelMetricsTests : IDisposable
{
    private readonly DataSet data = Tiny.Data();

    public void Dispose() => data.Dispose();

    [Fact]
    public void AModelThatMemorisesHasNoDistances()
    {
        var metrics = Measure(new Memory(new MeasuredData(data).Pixels));
        Assert.Equal(0, metrics.ReconstructionError);
        Assert.Equal(0, metrics.SampleToTraining);
        Assert.Equal(0, metrics.TrainingToSample);
        Assert.Equal(6, metrics.CoveredImages);
        Assert.Equal(0, metrics.MidpointToTraining);
        // The images are not drawn equally often.
        Assert.InRange(metrics.EnergyDistance, 0, 1);
        Assert.InRange(metrics.FrechetDistance, 0, 10);
        Assert.InRange(metrics.LargestStep, (ModelMetrics.Frames - 1) / 2.0, ModelMetrics.Frames - 1);
        Assert.Equal(1, metrics.ActiveUnits);
        Assert.Equal(Math.Sqrt((0 + 1 + 4 + 9 + 16 + 25) / 6.0), metrics.LatentScale);
    }

    [Fact]
    public void AModelThatAlwaysShowsOneImageIsToldFromIt()
    {
        var all = new MeasuredData(data);
        var metrics = Measure(new Memory(all.Pixels.Slice(2, 1)));
        Assert.Equal(0, metrics.SampleToTraining);
        Assert.Equal(0, metrics.SampleDiversity);
        Assert.Equal(1, metrics.CoveredImages);
        Assert.Equal(1, metrics.LargestStep);
        var distances = ImageDistance.Between(all.Pixels.Slice(2, 1), all.Pixels)[0];
        Assert.Equal(distances.Sum() / 6, metrics.TrainingToSample, 1e-12);
        Assert.Equal(Math.Sqrt(distances.Sum(distance => distance * distance) / 6), metrics.ReconstructionError, 1e-12);
    }

    [Fact]
    public void MeasuringTwiceGivesTheSameBitsAndAnotherSeedOthers()
    {
        var model = PrincipalComponents.Of(new MeasuredData(data).Pixels, 3);
        Assert.Equal(Measure(model), Measure(model));
        Assert.NotEqual(Measure(model).SampleToTraining, Measure(model, 8).SampleToTraining);
        Assert.Equal(Measure(model).ReconstructionError, Measure(model, 8).ReconstructionError);
    }

    [Fact]
    public void TheDefaultGeneratorIsLeftAlone()
    {
        manual_seed(5);
        var undisturbed = randn(3).data<float>().ToArray();
        manual_seed(5);
        Measure(PrincipalComponents.Of(new MeasuredData(data).Pixels, 3));
        Assert.Equal(undisturbed, randn(3).data<float>().ToArray());
    }

    [Fact]
    public void ALoneImageCanBeMeasured()
    {
        using var lone = Tiny.Data(1);
        var measured = new MeasuredData(lone);
        Assert.Null(measured.NeighbourDistance);
        var metrics = ModelMetrics.Measure(PrincipalComponents.Of(measured.Pixels, 50), measured, 1);
        Assert.All(
            Metric.All.Where(metric => metric.Name is not ("covered_images" or "largest_step")),
            metric => Assert.Equal(0, metric.Value(metrics)));
    }

    private ModelMetrics Measure(IImageModel model, long seed = 7) => ModelMetrics.Measure(model, new MeasuredData(data), seed);

    /// <summary>Latent vectors are numbers of images; the prior is uniform over them.</summary>
    private sealed class Memory(PixelImages memory) : IImageModel
    {
        public double[][] Encode(Tensor images) => [.. Enumerable.Range(0, (int)images.shape[0]).Select(i => new double[] { i })];

        public PixelImages Decode(double[][] latent) => PixelImages.Join([.. latent.Select(vector => memory.Slice(Nearest(vector[0]), 1))]);

        public double[][] DrawPrior(int count, Generator generator)
        {
            using var draws = rand(count, generator: generator);
            return [.. draws.data<float>().ToArray().Select(value => new[] { Math.Floor((double)value * memory.Count) })];
        }

        // A whole number is decoded to the image of that number, and anything between two to the first image.
        private int Nearest(double number) => number == Math.Floor(number) && number < memory.Count ? (int)number : 0;
    }
}
