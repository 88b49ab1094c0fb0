using System.Reflection;
using Repro.Runtime;
using static TorchSharp.torch;

namespace Repro.Generators.Tests.Emit;

/// <summary>The generated code, compiled and run on the engine.</summary>
[Collection(DefaultGenerator.Name)]
public class RunningTests
{
    private static readonly IReadOnlyList<Experiment> Sampled = Catalog(Sample.Text);

    [Theory]
    [InlineData("smallest")]
    [InlineData("every-layer")]
    [InlineData("likes")]
    [InlineData("training")]
    public void EveryShapeIsAsInferred(string file)
    {
        foreach (var experiment in Catalog(SnapshotTests.Yaml(file)))
        {
            using var scope = NewDisposeScope();
            using var run = experiment.Start();
            var images = rand(4, 3, experiment.Settings.Data.Height, experiment.Settings.Data.Width);
            var latent = run.Encode(images);
            Assert.Equal([4, experiment.Settings.LatentDimension], latent.shape);
            Assert.Equal(images.shape, run.Decode(latent).shape);
            Assert.True(float.IsFinite(run.Loss(images).Total.item<float>()));
        }
    }

    [Fact]
    public void TheTermsOfALossAddUpToIt()
    {
        using var scope = NewDisposeScope();
        using var run = Sampled[0].Start();
        var loss = run.Loss(rand(4, 3, 8, 8));
        Assert.Equal(["reconstruction", "kl divergence"], loss.Terms.Select(term => term.Name));
        Assert.Equal(loss.Total.item<float>(), loss.Terms[0].Value.item<float>() + loss.Terms[1].Value.item<float>());
    }

    [Fact]
    public void WeightsAreDrawnInTheOrderEncoderHeadsDecoder()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        using var run = Sampled[0].Start();
        manual_seed(5);
        (string Field, nn.Module Layer)[] layers =
        [
            ("encoder1_conv", nn.Conv2d(3, 4, kernel_size: 4, stride: 2, padding: 1)),
            ("mu_linear", nn.Linear(64, 2)),
            ("logvar_linear", nn.Linear(64, 2)),
            ("decoder1_linear", nn.Linear(2, 64)),
            ("decoder2_conv_transpose", nn.ConvTranspose2d(4, 3, kernel_size: 4, stride: 2, padding: 1)),
        ];
        var expected = layers.SelectMany(layer => layer.Layer.named_parameters().Select(item => ($"{layer.Field}.{item.name}", item.parameter.data<float>().ToArray())));
        var actual = run.Model.named_parameters().Select(item => (item.name, item.parameter.data<float>().ToArray()));
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void AStepOfTheOptimizerLowersTheLoss()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var run = Catalog(Sample.With("evidence_lower_bound", "squared_error"))[0].Start();
        var images = rand(4, 3, 8, 8);
        var before = run.Loss(images).Total;
        before.backward();
        run.Optimizer.step();
        Assert.True(run.Loss(images).Total.item<float>() < before.item<float>());
    }

    internal static IReadOnlyList<Experiment> Catalog(string yaml)
    {
        var result = Generation.Run(yaml);
        result.Reports();
        using var image = new MemoryStream();
        var emitted = Compilation.Of(result.GeneratedSources.Select(source => source.SourceText.ToString())).Emit(image);
        Assert.Empty(emitted.Diagnostics);
        var catalog = Assembly.Load(image.ToArray()).GetType("Repro.Experiments.ExperimentCatalog", throwOnError: true)!;
        return (IReadOnlyList<Experiment>)catalog.GetProperty("All")!.GetValue(null)!;
    }
}
