using Repro.Cli.Context;

namespace Repro.Cli.Tests.Context;

public class SuggestionTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("vae-70", "vae-07", 1)]
    [InlineData("list", "lst", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void TheDistanceCountsEdits(string from, string to, int distance)
    {
        Assert.Equal(distance, Suggestion.Distance(from, to));
        Assert.Equal(distance, Suggestion.Distance(to, from));
    }

    [Theory]
    [InlineData("vae70", " Did you mean 'vae-70'?")]
    [InlineData("VAE-14", " Did you mean 'vae-14'?")]
    [InlineData("vea-1", " Did you mean 'vae-1'?")]
    [InlineData("transformer", "")]
    [InlineData("", "")]
    public void TheNearestIsSuggestedIfItIsNear(string word, string expected) =>
        Assert.Equal(expected, Suggestion.Text(word, ["vae-70", "vae-14", "vae-1", "ae-70"]));
}
