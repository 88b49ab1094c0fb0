using static TorchSharp.torch;

namespace Repro.Generators.Tests.Emit;

/// <summary>The user's parts of generated classes in other files.</summary>
[Collection(nameof(DefaultGenerator))]
public class HookTests
{
    private const string Parts = """
        using static TorchSharp.torch;

        namespace Repro.Experiments;

        public sealed partial class Small
        {
            private nn.Module<Tensor, Tensor> extra = null!;

            partial void OnCreated() => extra = nn.Linear(64, 64);

            partial void OnEncoded(ref Tensor features) => features = extra.call(features.flatten(1));

            partial void OnDecoded(ref Tensor images) => images = images * 0;
        }

        public sealed partial class First
        {
            partial void OnCreated() => Optimizer.ParamGroups.First().LearningRate = 7;
        }
        """;

    [Fact]
    public void TheyAddToModelAndRun()
    {
        using var scope = NewDisposeScope();
        var experiment = Assert.Single(Running.Catalog(Sample.Text, "using System.Linq;\n" + Parts));
        manual_seed(1);
        using var run = experiment.Start();
        Assert.Equal(7, run.Optimizer.ParamGroups.First().LearningRate);

        manual_seed(1);
        using var plain = Assert.Single(Running.Catalog(Sample.Text)).Start();
        var added = run.Model.state_dict();
        Assert.Equal(
            plain.Model.state_dict().Keys.Concat(["extra.weight", "extra.bias"]).Order(StringComparer.Ordinal),
            added.Keys.Order(StringComparer.Ordinal));
        Assert.All(
            plain.Model.state_dict(), entry => Assert.Equal(entry.Value.data<float>().ToArray(), added[entry.Key].data<float>().ToArray()));

        var images = rand(2, 3, 8, 8);
        Assert.NotEqual(plain.Encode(images).data<float>().ToArray(), run.Encode(images).data<float>().ToArray());
        Assert.All(run.Decode(rand(2, 2)).data<float>().ToArray(), pixel => Assert.Equal(0, pixel));
    }
}
