using System.Runtime.CompilerServices;
using Repro.Runtime;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Repro.Generators.Tests.Emit;

/// <summary>Generated runs with each optimizer, schedule, loss and kind.</summary>
[Collection(nameof(DefaultGenerator))]
public class TrainingTests
{
    private static readonly Dictionary<string, Experiment> Experiments =
        Running.Catalog(SnapshotTests.Yaml("training")).ToDictionary(experiment => experiment.Name);

    [Theory]
    [InlineData("l1", typeof(SGD))]
    [InlineData("huber", typeof(AdamW))]
    [InlineData("bce", typeof(RMSProp))]
    [InlineData("beta", typeof(Adam))]
    public void TheOptimizerIsTheOneOfTheFile(string name, Type expected)
    {
        using var run = Experiments[name].Start();
        Assert.IsType(expected, run.Optimizer);
    }

    [Fact]
    public void ClippingIsForTheExperimentsThatAskForIt()
    {
        using var clipped = Experiments["l1"].Start();
        using var free = Experiments["huber"].Start();
        Assert.Equal(5, clipped.MaxGradientNorm);
        Assert.Null(free.MaxGradientNorm);
    }

    [Fact]
    public void AConstantRateHasNoSchedule()
    {
        using var constant = Experiments["vamp-importance"].Start();
        using var changing = Experiments["importance"].Start();
        Assert.Null(constant.Schedule(2));
        Assert.NotNull(changing.Schedule(2));
    }

    [Fact]
    public void AWarmUpThatLastsLongerThanAllStepsIsExplained()
    {
        using var run = Experiments["huber"].Start();
        var error = Assert.Throws<ReproException>(() => Generated("epochs: 4", "epochs: 1", "huber").Schedule(2));
        Assert.Equal(
            "A warm-up of 2 steps does not end before the training, which has 2. Lower warm_up or raise epochs in experiments.yaml.",
            error.Message);
        Assert.NotNull(run.Schedule(2));
    }

    [Theory]
    [InlineData("beta", 1, 1, 4)]
    [InlineData("warm-up", 1, 0.5, 0)]
    [InlineData("warm-up", 2, 0.5, 0.5)]
    [InlineData("warm-up", 3, 0.5, 1)]
    [InlineData("cyclical", 2, 1, 1)]
    [InlineData("cyclical", 3, 1, 2)]
    [InlineData("cyclical", 5, 1, 0)]
    public void TheLossIsTheWeightedSumOfItsTerms(string name, int epoch, double reconstruction, double divergence)
    {
        using var scope = NewDisposeScope();
        using var run = Experiments[name].Start();
        run.Epoch = epoch;
        var loss = run.Loss(rand(4, 3, 8, 8));
        Assert.Equal(["reconstruction", "kl divergence"], loss.Terms.Select(term => term.Name));
        var expected = (reconstruction * loss.Terms[0].Value.item<float>()) + (divergence * loss.Terms[1].Value.item<float>());
        Assert.Equal(expected, loss.Total.item<float>(), 1e-4);
    }

    [Theory]
    [InlineData("importance")]
    [InlineData("vamp-importance")]
    [InlineData("cyclical")]
    public void EveryParameterLearns(string name)
    {
        using var scope = NewDisposeScope();
        using var run = Experiments[name].Start();
        run.Epoch = 3;
        run.Loss(rand(4, 3, 8, 8)).Total.backward();
        Assert.All(run.Model.named_parameters(), item => Assert.True(item.parameter.grad!.square().sum().item<float>() > 0, item.name));
    }

    [Fact]
    public void SeveralLatentVectorsAreDrawnOfEachImage()
    {
        using var scope = NewDisposeScope();
        using var run = Experiments["importance"].Start();
        var images = rand(4, 3, 8, 8);
        manual_seed(3);
        var actual = run.Loss(images).Total.item<float>();
        manual_seed(3);
        var (mu, logvar) = Encoded(run.Model, images);
        var noise = randn(12, 2);
        double bound = 0;
        for (var n = 0; n < 4; n++)
        {
            double weights = 0;
            for (var k = 0; k < 3; k++)
            {
                var row = (k * 4) + n;
                var latent = mu.narrow(0, n, 1) + ((0.5 * logvar.narrow(0, n, 1)).exp() * noise.narrow(0, row, 1));
                var logs = (-0.5 * latent.square()) + (0.5 * noise.narrow(0, row, 1).square()) + (0.5 * logvar.narrow(0, n, 1));
                var error = (run.Decode(latent) - images.narrow(0, n, 1)).square().sum();
                weights += Math.Exp(logs.sum().item<float>() - error.item<float>());
            }

            bound -= Math.Log(weights / 3) / 4;
        }

        Assert.Equal(bound, actual, 1e-4);
    }

    [Fact]
    public void AVampPriorDrawsFromTheLatentDistributionsOfItsImages()
    {
        using var scope = NewDisposeScope();
        using var withoutGradients = no_grad();
        using var run = Experiments["cyclical"].Start();
        run.Model.eval();
        var parameters = run.Model.named_parameters().ToDictionary(item => item.name, item => item.parameter);
        parameters["logvar_linear.weight"].zero_();
        parameters["logvar_linear.bias"].fill_(-60);
        var means = run.Encode(parameters["pseudo_inputs"].sigmoid()).data<float>().ToArray();
        using var generator = new Generator(5);
        var drawn = run.DrawPrior(300, 2, generator).data<float>().ToArray();
        var counts = new int[3];
        for (var i = 0; i < drawn.Length; i += 2)
        {
            counts[Enumerable.Range(0, 3).First(
                k => Math.Abs(drawn[i] - means[2 * k]) < 1e-6 && Math.Abs(drawn[i + 1] - means[(2 * k) + 1]) < 1e-6)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 70, 130));
    }

    [Fact]
    public void DrawingFromAPriorLeavesTheDefaultGeneratorAlone()
    {
        using var scope = NewDisposeScope();
        using var run = Experiments["cyclical"].Start();
        manual_seed(5);
        var undisturbed = randn(1).item<float>();
        manual_seed(5);
        using var generator = new Generator(5);
        run.DrawPrior(3, 2, generator);
        Assert.Equal(undisturbed, randn(1).item<float>());
    }

    [Fact]
    public void TheNetworkOfAVampPriorStartsAsThatOfAStandardOne()
    {
        manual_seed(9);
        using var standard = Experiments["beta"].Start();
        manual_seed(9);
        using var vamp = Experiments["cyclical"].Start();
        var expected = standard.Model.named_parameters().Select(item => (item.name, item.parameter.data<float>().ToArray()));
        var actual = vamp.Model.named_parameters().Where(item => item.name != "pseudo_inputs").Select(
            item => (item.name, item.parameter.data<float>().ToArray()));
        Assert.Equal(expected, actual);
    }

    private static ExperimentRun Generated(string old, string replacement, string name) =>
        Running.Catalog(SnapshotTests.Yaml("training").Replace(old, replacement, StringComparison.Ordinal).Replace(
            "captures: [4]", "captures: []", StringComparison.Ordinal).Replace("warm_up: 1", "warm_up: 0", StringComparison.Ordinal))
            .Single(experiment => experiment.Name == name).Start();

    private static (Tensor Mu, Tensor Logvar) Encoded(nn.Module model, Tensor images)
    {
        var encoded = (ITuple)model.GetType().GetMethod("encode")!.Invoke(model, [images])!;
        return ((Tensor)encoded[0]!, (Tensor)encoded[1]!);
    }
}
