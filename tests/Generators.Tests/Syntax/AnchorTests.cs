using System.Globalization;
using System.Text;

namespace Repro.Generators.Tests.Syntax;

/// <summary>Anchors, aliases and merge keys.</summary>
public class AnchorTests
{
    [Fact]
    public void AnAliasStandsForItsAnchor()
    {
        var yaml = Sample.Text.Replace(
            "{ adam: { learning_rate: 0.01 } }", "&slow { adam: { learning_rate: 0.01 } }", StringComparison.Ordinal)
            + "  second: { like: first, seed: 2, optimizer: *slow }\n";
        var result = Generation.Run(yaml);
        result.Reports();
        Assert.Contains("LearningRate = 0.01;", result.Class("Second"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ <<: *base, seed: 2, batch: 3 }")]
    [InlineData("{ seed: 2, batch: 3, <<: *base }")]
    [InlineData("{ <<: [{ batch: 3 }, *base], seed: 2 }")]
    public void AMergeKeyGivesTheKeysThatAreNotGiven(string second)
    {
        var result = Generation.Run(Sample.Text.Replace("  first:", "  first: &base", StringComparison.Ordinal) + $"  second: {second}\n");
        result.Reports();
        Assert.Contains("Seed = 2;", result.Class("Second"), StringComparison.Ordinal);
        Assert.Contains("BatchSize = 3;", result.Class("Second"), StringComparison.Ordinal);
        Assert.Contains("Epochs = 5;", result.Class("Second"), StringComparison.Ordinal);
    }

    [Fact]
    public void AnAnchorCanBeGivenAgain()
    {
        var result = Generation.Run(
            Sample.With("seed: 1\\n    epochs: 5", "seed: &n 1\\n    epochs: &n 5") + "  second: { like: first, seed: *n }\n");
        result.Reports();
        Assert.Contains("Seed = 5;", result.Class("Second"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "seed: 1",
        "seed: *sede",
        "(20,11) REPRO008: experiments.first.seed: there is no anchor 'sede'. There are none")]
    [InlineData(
        "loss: evidence_lower_bound\\n",
        "loss: evidence_lower_bound\\n  second: { like: first, seed: &seed 2 }\\n  third: { like: first, seed: *sede }\\n",
        "(26,31) REPRO008: experiments.third.seed: there is no anchor 'sede'. Did you mean 'seed'?")]
    [InlineData(
        "latent: 2",
        "latent: &latent 0",
        "(8,13) REPRO007: architectures.small.latent: must be a whole number from 1 to 65536, but is 0")]
    [InlineData(
        "seed: 1\\n    epochs: 5",
        "seed: &number x\\n    epochs: *number",
        "(20,11) REPRO006: experiments.first.seed: must be a whole number from 0 to 4294967295, but is the text 'x'",
        "(21,13) REPRO006: experiments.first.epochs: must be a whole number from 1 to 1000000, but is the text 'x'")]
    [InlineData(
        "loss: evidence_lower_bound\\n",
        "loss: evidence_lower_bound\\n  second: { <<: 3, like: first }\\n",
        "(25,17) REPRO006: experiments.second.<<: must be a mapping, or a list of mappings, such as *base, but is 3")]
    public void AMistakeIsReportedWhereItStands(string old, string replacement, params string[] expected) =>
        Generation.Run(Sample.With(old, replacement)).Reports(expected);

    [Fact]
    public void ABombOfAliasesIsReportedAtTheAliasThatIsTooMuch()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 40; i++)
        {
            bomb.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        }

        Generation.Run(bomb.ToString()).Reports("(5,15) REPRO021: a4.2: can have at most 20000 keys and values by aliases");
    }

    [Fact]
    public void ALadderOfAliasesIsNotDeeperThanAFile()
    {
        var ladder = string.Concat(Enumerable.Range(1, 100).Select(i => $"a{i}: &a{i} [*a{i - 1}]\n"));
        Generation.Run("a0: &a0 [x]\n" + ladder).Reports("(32,12) REPRO021: a31.1: can have at most 32 levels of nesting");
    }
}
