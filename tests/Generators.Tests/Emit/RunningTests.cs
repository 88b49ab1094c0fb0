using Repro.Runtime;
using static TorchSharp.torch;

namespace Repro.Generators.Tests.Emit;

/// <summary>The generated code, compiled and run on the engine.</summary>
[Collection(nameof(DefaultGenerator))]
public class RunningTests
{
    private static readonly IReadOnlyList<Experiment> Sampled = Running.Catalog(Sample.Text);

    [Theory]
    [InlineData("smallest")]
    [InlineData("every-layer")]
    [InlineData("likes")]
    [InlineData("training")]
    [InlineData("blocks")]
    public void EveryShapeIsAsInferred(string file)
    {
        foreach (var experiment in Running.Catalog(SnapshotTests.Yaml(file)))
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
        var expected = layers.SelectMany(
            layer => layer.Layer.named_parameters().Select(item => ($"{layer.Field}.{item.name}", item.parameter.data<float>().ToArray())));
        var actual = run.Model.named_parameters().Select(item => (item.name, item.parameter.data<float>().ToArray()));
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void AStepOfTheOptimizerLowersTheLoss()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var run = Running.Catalog(Sample.With("evidence_lower_bound", "squared_error"))[0].Start();
        var images = rand(4, 3, 8, 8);
        var before = run.Loss(images).Total;
        before.backward();
        run.Optimizer.step();
        Assert.True(run.Loss(images).Total.item<float>() < before.item<float>());
    }

    [Fact]
    public void WeightsOfBlocksAreDrawnWhereTheyStand()
    {
        using var scope = NewDisposeScope();
        var yaml = Sample.With(
            "- relu",
            "- repeat: { times: 2, layers: [{ residual: { layers: [{ conv: { channels: 4, kernel: 1 } }], shortcut: [{ conv: { "
            + "channels: 4, kernel: 3, padding: 1 } }] } }] }");
        manual_seed(5);
        using var run = Running.Catalog(yaml)[0].Start();
        manual_seed(5);
        (string Field, nn.Module Layer)[] layers =
        [
            ("encoder1_conv", nn.Conv2d(3, 4, kernel_size: 4, stride: 2, padding: 1)),
            ("encoder2_1_1_residual.residual1_conv", nn.Conv2d(4, 4, kernel_size: 1)),
            ("encoder2_1_1_residual.shortcut1_conv", nn.Conv2d(4, 4, kernel_size: 3, padding: 1)),
            ("encoder2_2_1_residual.residual1_conv", nn.Conv2d(4, 4, kernel_size: 1)),
            ("encoder2_2_1_residual.shortcut1_conv", nn.Conv2d(4, 4, kernel_size: 3, padding: 1)),
            ("mu_linear", nn.Linear(64, 2)),
            ("logvar_linear", nn.Linear(64, 2)),
            ("decoder1_linear", nn.Linear(2, 64)),
            ("decoder2_conv_transpose", nn.ConvTranspose2d(4, 3, kernel_size: 4, stride: 2, padding: 1)),
        ];
        var expected = layers.SelectMany(
            layer => layer.Layer.named_parameters().Select(item => ($"{layer.Field}.{item.name}", item.parameter.data<float>().ToArray())));
        var actual = run.Model.named_parameters().Select(item => (item.name, item.parameter.data<float>().ToArray()));
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void AResidualBlockAddsItsInput()
    {
        using var scope = NewDisposeScope();
        const string twice = "namespace Repro.Experiments; public sealed partial class Small { partial void OnEncoded(ref "
            + "TorchSharp.torch.Tensor features) => features = features + features; }";
        manual_seed(5);
        using var residual = Running.Catalog(Sample.With("- relu", "- residual: [identity]"))[0].Start();
        manual_seed(5);
        using var doubled = Running.Catalog(Sample.With("- relu", "- identity"), twice)[0].Start();
        var images = rand(2, 3, 8, 8);
        Assert.Equal(doubled.Encode(images).data<float>().ToArray(), residual.Encode(images).data<float>().ToArray());
    }
}
