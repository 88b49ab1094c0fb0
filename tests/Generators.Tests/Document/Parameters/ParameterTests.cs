using System.Text.RegularExpressions;

namespace Repro.Generators.Tests.Document.Parameters;

/// <summary>Parameters of architectures.</summary>
public class ParameterTests
{
    private const string Declared = "    parameters: { latent: 2, width: 4, slope: 0.2, map: [4, 4, 4], word: relu }\\n    latent: ";

    [Theory]
    [InlineData("$latnt", "(9,13) REPRO008: architectures.small.latent: there is no parameter 'latnt'. Did you mean 'latent'?")]
    [InlineData("$latent + 1", "(9,13) REPRO030: architectures.small.latent: '$latent + 1' cannot be computed: write a parameter, such "
        + "as $width, $width * 2 or $size / 8, or put a text in quotes")]
    [InlineData("$width / 3", "(9,13) REPRO030: architectures.small.latent: '$width / 3' cannot be computed: 4 / 3 is not a whole number")]
    [InlineData("$width / 0", "(9,13) REPRO030: architectures.small.latent: '$width / 0' cannot be computed: 4 / 0 is not a whole number")]
    [InlineData(
        "$width * 2147483647",
        "(9,13) REPRO030: architectures.small.latent: '$width * 2147483647' cannot be computed: it is more than 2147483647")]
    [InlineData("$slope * 2", "(9,13) REPRO030: architectures.small.latent: '$slope * 2' cannot be computed: $slope is 0.2, and only "
        + "whole numbers from 0 to 2147483647 can be multiplied and divided")]
    [InlineData("$word", "(8,74) REPRO006: architectures.small.latent: must be a whole number from 1 to 65536, but is the text 'relu', "
        + "the value of '$word'")]
    [InlineData("$map", "(8,57) REPRO006: architectures.small.latent: must be a whole number from 1 to 65536, but is a list of 3")]
    [InlineData(
        "$latent * 0",
        "(8,27) REPRO007: architectures.small.latent: must be a whole number from 1 to 65536, but is 0, the value of '$latent * 0'")]
    [InlineData(
        "'$latent'", "(9,13) REPRO006: architectures.small.latent: must be a whole number from 1 to 65536, but is the text '$latent'")]
    public void AMistakeIsReportedWhereItStands(string latent, string expected) =>
        Generation.Run(Sample.With("    latent: 2", Declared + latent)).Reports(expected);

    [Theory]
    [InlineData("{ latent: {} }", "(8,27) REPRO006: architectures.small.parameters.latent: must be a number, a word, true, false or a "
        + "list of numbers, but is an empty mapping")]
    [InlineData(
        "{ latent: }",
        "(8,27) REPRO006: architectures.small.parameters.latent: must be a number, a word, true, false or a list of numbers, but is empty")]
    [InlineData("{ latent-size: 2 }", "(8,19) REPRO009: architectures.small.parameters.latent-size: 'latent-size' cannot be the name of "
        + "a parameter of an architecture: use at most 64 letters (a to z), digits and '_', starting with a letter")]
    [InlineData("[latent]", "(8,17) REPRO006: architectures.small.parameters: must be a mapping of parameters, but is a list of 1")]
    public void AWrongDeclarationIsReported(string parameters, string expected) =>
        Generation.Run(Sample.With("    latent: 2", $"    parameters: {parameters}\\n    latent: 2")).Reports(expected);

    [Theory]
    [InlineData("$latent")]
    [InlineData("$width / 2")]
    [InlineData("$width * $width / 8")]
    [InlineData("$latent*1")]
    public void AParameterStandsForItsValue(string latent)
    {
        var (plain, computed) = (Generation.Run(Sample.Text), Generation.Run(Sample.With("    latent: 2", Declared + latent)));
        computed.Reports();
        Assert.Equal(plain.Class("First"), computed.Class("First"));
        Assert.Equal(WithoutText(plain.Class("Small")), WithoutText(computed.Class("Small")));
    }

    [Fact]
    public void AnyValueCanBeAParameter()
    {
        var yaml = Sample.With("    latent: 2", Declared + "2")
            .Replace("- relu", "- $word\n      - leaky_relu: $slope", StringComparison.Ordinal)
            .Replace("linear: [4, 4, 4]", "linear: $map", StringComparison.Ordinal);
        var result = Generation.Run(yaml);
        result.Reports();
        Assert.Empty(result.Problems());
        Assert.Contains("encoder3_leaky_relu = nn.LeakyReLU(0.2);", result.Class("Small"), StringComparison.Ordinal);
        Assert.Contains("/// <summary><c>leaky_relu: $slope</c></summary>", result.Class("Small"), StringComparison.Ordinal);
        Assert.Contains("decoder1_linear = nn.Linear(2, 64);", result.Class("Small"), StringComparison.Ordinal);
    }

    [Fact]
    public void AnHeirChangesWhatItGives()
    {
        var result = Generation.Run(Sample.With("    latent: 2", Declared + "$latent")
            .Replace("experiments:", "  wide: { like: small, parameters: { latent: 9 } }\nexperiments:", StringComparison.Ordinal));
        result.ReportsErrors();
        Assert.Contains("mu_linear = nn.Linear(64, 9);", result.Class("Wide"), StringComparison.Ordinal);
        Assert.Contains("mu_linear = nn.Linear(64, 2);", result.Class("Small"), StringComparison.Ordinal);
    }

    [Fact]
    public void AnExperimentChangesWhatItGivesForItself()
    {
        var result = Generation.Run(Sample.With("    latent: 2", Declared + "$latent")
            + "  second: { like: first, architecture: { small: { latent: 9 } } }\n"
            + "  third: { like: second, architecture: { small: { latent: 9, width: 4 } } }\n"
            + "  fourth: { like: second, architecture: { small: { latent: 2 } } }\n");
        result.Reports();
        Assert.Empty(result.Problems());
        Assert.Contains("mu_linear = nn.Linear(64, 9);", result.Class("SmallLatent9"), StringComparison.Ordinal);
        Assert.Contains("override SmallLatent9 Model", result.Class("Second"), StringComparison.Ordinal);
        Assert.Contains("override SmallLatent9 Model", result.Class("Third"), StringComparison.Ordinal);
        Assert.Contains("override Small Model", result.Class("Fourth"), StringComparison.Ordinal);
        Assert.Contains("Architecture = \"small(latent: 9)\"", result.Class("Second"), StringComparison.Ordinal);
        Assert.Equal(8, result.GeneratedSources.Length);
    }

    [Fact]
    public void ParametersOfAnExperimentAreInheritedOneByOneAndCanBeAMatrix()
    {
        var yaml = Sample.With("    latent: 2", Declared + "$latent").Replace(
            "channels: 4, kernel: 4", "channels: $width, kernel: 4", StringComparison.Ordinal)
            + "  second: { like: first, architecture: { small: { latent: 9 } } }\n"
            + "  third: { like: second, matrix: { architecture.small.width: [4, 8] } }\n";
        var result = Generation.Run(yaml);
        result.Reports();
        Assert.Empty(result.Problems());
        Assert.Contains("override SmallLatent9 Model", result.Class("Third4"), StringComparison.Ordinal);
        Assert.Contains("override SmallLatent9Width8 Model", result.Class("Third8"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "small", "{ latnt: 9 }",
        "(26,51) REPRO008: experiments.second.architecture.small.latnt: there is no parameter 'latnt'. Did you mean 'latent'?")]
    [InlineData(
        "small", "{ latent: 0 }",
        "(26,59) REPRO007: architectures.small.latent: must be a whole number from 1 to 65536, but is 0, the value of '$latent'")]
    [InlineData("small", "{ latent: {} }", "(26,59) REPRO006: experiments.second.architecture.small.latent: must be a number, a word, "
        + "true, false or a list of numbers, but is an empty mapping")]
    [InlineData(
        "smal", "{ latent: 9 }",
        "(26,42) REPRO008: experiments.second.architecture.smal: there is no architecture 'smal'. Did you mean 'small'?")]
    public void AMistakeOfAnExperimentIsReportedThere(string architecture, string parameters, string expected) =>
        Generation.Run(Sample.With(
            "    latent: 2",
            Declared + "$latent") + $"  second: {{ like: first, architecture: {{ {architecture}: {parameters} }} }}\n").Reports(expected);

    [Fact]
    public void AShapeThatDoesNotFitIsReportedAtTheExperimentThatCausesIt() =>
        Generation.Run(Sample.With("    latent: 2", "    parameters: { kernel: 4 }\\n    latent: 2")
            .Replace(
                "kernel: 4, stride: 2, padding: 1 }\n      - relu", "kernel: $kernel, stride: 2, padding: 1 }\n      - relu",
                StringComparison.Ordinal)
            + "  second: { like: first, architecture: { small: { kernel: 99 } } }\n")
            .Reports("(26,40) REPRO012: experiments.second.architecture: in encoder.1.conv: kernel 99 does not fit 8 × 8 with padding "
                + "1. Shapes: input 3 × 8 × 8");

    /// <summary>Code without the text of the file in it.</summary>
    private static string WithoutText(string code) => Regex.Replace(code, @"Specification =\n(\s+"".*\n)+", "");
}
