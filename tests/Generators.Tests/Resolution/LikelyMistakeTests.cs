
namespace Repro.Generators.Tests.Resolution;

/// <summary>Warnings of valid files that are probably not intended.</summary>
public class LikelyMistakeTests
{
    [Theory]
    [InlineData(
        "    seed: 1\\n",
        "",
        "(17,3) warning REPRO043: experiments.first: has no seed, so it is trained with seed 0; write 'seed:' to choose one")]
    [InlineData(
        "experiments:",
        "  wide: { like: small, latent: 3 }\\nexperiments:",
        "(16,3) warning REPRO044: architectures.wide: no experiment uses this architecture")]
    [InlineData(
        "  dots: {",
        "  spots: { folder: data/spots, size: [8, 8] }\\n  dots: {",
        "(3,3) warning REPRO045: data.spots: no experiment uses this data set")]
    [InlineData(
        "batch: 4",
        "batch: 4\\n    take: 3",
        "(22,12) warning REPRO046: experiments.first.batch: a batch of 4 is more than the 3 images that are taken, so each epoch is one "
        + "step; write a smaller batch, or 'shuffle: false' if that is meant")]
    [InlineData("batch: 4", "batch: 4\\n    take: 3\\n    shuffle: false")]
    [InlineData("batch: 4", "batch: 4\\n    take: 4")]
    public void ALikelyMistakeIsAWarningAndIsCompiled(string old, string replacement, params string[] expected)
    {
        var result = Generation.Run(Sample.With(old, replacement));
        result.Reports(expected);
        Assert.Contains(result.GeneratedSources, source => source.HintName == "First.g.cs");
    }

    [Fact]
    public void AnHeirIsWarnedOfWhatItGivesItself() =>
        Generation.Run(Sample.Text + "  second: { like: first, take: 3 }\n  third: { like: second, seed: 2 }\n")
            .Reports("(25,32) warning REPRO046: experiments.second.take: a batch of 4 is more than the 3 images that are taken, so each "
                + "epoch is one step; write a smaller batch, or 'shuffle: false' if that is meant");

    [Fact]
    public void WithoutExperimentsNothingIsUnused() =>
        Generation.Run(Sample.Text[..Sample.Text.IndexOf("experiments:", StringComparison.Ordinal)]).Reports();
}
