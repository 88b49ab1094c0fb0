namespace Repro.Generators.Tests.Model;

/// <summary>What an entry has from the one it is like.</summary>
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
        result.Reports();
        Assert.Empty(result.Problems());
        Assert.Contains("latent_linear = nn.Linear(64, 30);", result.Class("Wide"), StringComparison.Ordinal);
        Assert.Contains("mu_linear = nn.Linear(64, 2);", result.Class("Small"), StringComparison.Ordinal);
    }

    [Fact]
    public void ALongChainIsResolved()
    {
        var chain = string.Concat(Enumerable.Range(1, 5000).Select(i => $"  e{i}: {{ like: {(i == 5000 ? "first" : $"e{i + 1}")} }}\n"));
        var result = Generation.Run(Sample.Text + chain);
        result.Reports();
        Assert.Equal(5003, result.GeneratedSources.Length);
    }
}
