
namespace Repro.Generators.Tests.Document;

/// <summary>The keys that an entry inherits.</summary>
public class LikeTests
{
    private static readonly string Experiments = Sample.Text + """
          third: { like: second, epochs: 7 }
          second: { like: first, seed: 2, take: 3, captures: [1, 5] }
          fourth: { like: second, take: all, captures: [], shuffle: false }

        """;

    [Fact]
    public void KeysAreInheritedThroughAChainInAnyOrder()
    {
        var third = Generation.Run(Experiments).Class("Third");
        Assert.Contains("long Seed = 2;", third, StringComparison.Ordinal);
        Assert.Contains("int Epochs = 7;", third, StringComparison.Ordinal);
        Assert.Contains("Take = 3,", third, StringComparison.Ordinal);
        Assert.Contains("Captures = [1, 5],", third, StringComparison.Ordinal);
        Assert.Contains("int BatchSize = 4;", third, StringComparison.Ordinal);
    }

    [Fact]
    public void OwnKeysReplaceInheritedOnes()
    {
        var fourth = Generation.Run(Experiments).Class("Fourth");
        Assert.Contains("Take = null,", fourth, StringComparison.Ordinal);
        Assert.Contains("Captures = [],", fourth, StringComparison.Ordinal);
        Assert.Contains("bool Shuffle = false;", fourth, StringComparison.Ordinal);
    }

    [Fact]
    public void AnArchitectureCanBeLikeAnother()
    {
        var yaml = Sample.With("experiments:", "  wide: { like: small, latent: 30, kind: plain }\\nexperiments:");
        var result = Generation.Run(yaml);
        result.ReportsErrors();
        Assert.Empty(result.Problems());
        Assert.Contains("latent_linear = nn.Linear(64, 30);", result.Class("Wide"), StringComparison.Ordinal);
        Assert.Contains("mu_linear = nn.Linear(64, 2);", result.Class("Small"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("epochs: 5", "epoch: 5", "(21,5) REPRO003: experiments.first.epoch: there is no such key. Did you mean 'epochs'?")]
    [InlineData("    epochs: 5\\n", "", "(17,3) REPRO005: experiments.first: needs the key 'epochs', a whole number from 1 to 1000000")]
    [InlineData(
        "seed: 1", "seed: one",
        "(20,11) REPRO006: experiments.first.seed: must be a whole number from 0 to 4294967295, but is the text 'one'")]
    [InlineData(
        "batch: 4", "captures: [3, 2]\\n    batch: 4", "(22,15) REPRO018: experiments.first.captures: epochs must ascend: 2 comes after 3")]
    [InlineData("kind: variational", "kind: plain", "(24,11) REPRO015: experiments.first.loss: loss 'evidence_lower_bound' needs an "
        + "architecture of kind variational, and 'small' is plain")]
    public void AMistakeIsReportedOnceWhereItStandsAndNotForEveryHeir(string old, string replacement, params string[] expected) =>
        Generation.Run(
            Sample.With(old, replacement) + "  second: { like: first, seed: 2 }\n  third: { like: second, seed: 3 }\n").Reports(expected);

    [Theory]
    [InlineData(
        "epochs: 2", "(28,34) REPRO017: experiments.second.epochs: there is no capture after epoch 3, because training ends with epoch 2")]
    [InlineData("architecture: plain", "(28,40) REPRO015: experiments.second.architecture: loss 'evidence_lower_bound' needs an "
        + "architecture of kind variational, and 'plain' is plain")]
    [InlineData(
        "architecture: plain, loss: squared_error, data: wide",
        "(28,74) REPRO014: experiments.second.data: architecture 'plain' takes 3 × 8 × 8, but the images of 'wide' are 3 × 8 × 9")]
    public void AKeyThatDoesNotFitWhatIsInheritedIsReportedAtTheKey(string key, string expected)
    {
        var yaml = Sample.With("batch: 4", "captures: [1, 3]\\n    batch: 4")
            .Replace("experiments:", "  plain: { like: small, kind: plain }\nexperiments:", StringComparison.Ordinal)
            .Replace("dots: {", "wide: { folder: data/wide, size: [9, 8] }\n  dots: {", StringComparison.Ordinal);
        Generation.Run(yaml.TrimEnd() + $"\n  second: {{ like: first, {key} }}\n").ReportsErrors(expected);
    }

    [Fact]
    public void ALongChainIsResolved()
    {
        var chain = string.Concat(Enumerable.Range(1, 5000).Select(i => $"  e{i}: {{ like: {(i == 5000 ? "first" : $"e{i + 1}")} }}\n"));
        var result = Generation.Run(Sample.Text + chain);
        result.Reports();
        Assert.Equal(5004, result.GeneratedSources.Length);
    }
}
