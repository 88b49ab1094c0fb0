using Repro.Generators.Common;

namespace Repro.Generators.Tests.Common;

public class SuggestionTests
{
    [Theory]
    [InlineData("epoch", "Did you mean 'epochs'?")]
    [InlineData("EPOCHS", "Did you mean 'epochs'?")]
    [InlineData("speed", "Did you mean 'seed'?")]
    [InlineData("sede", "Did you mean 'seed'?")]
    [InlineData("colour", "Known: epochs, seed")]
    [InlineData("", "Known: epochs, seed")]
    public void ANameThatIsNearIsSuggestedOtherwiseAllAreNamed(string name, string expected) =>
        Assert.Equal(expected, Suggestion.For(name, ["epochs", "seed"]));

    [Fact]
    public void WithoutNamesThereIsNothingToSuggest() => Assert.Equal("There are none", Suggestion.For("seed", []));

    [Fact]
    public void ALongNameIsNotCompared() => Assert.Equal("Known: seed", Suggestion.For(new string('s', 100_000), ["seed"]));
}
