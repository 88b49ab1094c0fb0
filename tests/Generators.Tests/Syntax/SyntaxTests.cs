namespace Repro.Generators.Tests.Yaml;

/// <summary>What is not YAML, or YAML outside the language.</summary>
public class SyntaxTests
{
    [Theory]
    [InlineData(
        "latent: 2",
        "latent: [2",
        "(8,13) REPRO001: experiments.yaml: this is not valid YAML: what follows does not fit what comes before")]
    [InlineData(
        "latent: 2",
        "latent: @2",
        "(8,13) REPRO001: experiments.yaml: this is not valid YAML: While scanning for the next token, found character that cannot start any token")]
    [InlineData(
        "latent: 2",
        "latent: \"2",
        "(8,13) REPRO001: experiments.yaml: this is not valid YAML: While scanning a multi-line double-quoted scalar, found wrong indentation")]
    [InlineData(
        "batch: 4",
        "batch: 4\\n  first: {}",
        "(24,5) REPRO001: experiments.yaml: this is not valid YAML: While parsing a block mapping, did not find expected key")]
    [InlineData(
        "latent: 2",
        "latent: !!int 2",
        "(8,13) REPRO002: architectures.small.latent: this file cannot use a tag: remove it, and put text that starts with '!' in quotes")]
    [InlineData(
        "loss: evidence_lower_bound\\n",
        "loss: evidence_lower_bound\\n---\\nversion: 1\\n",
        "(25,1) REPRO002: experiments.yaml: this file cannot use a second document: remove what follows '---'")]
    [InlineData(
        "latent: 2",
        "? [latent]\\n    : 2",
        "(5,3) REPRO005: architectures.small: needs the key 'latent', a whole number from 1 to 65536",
        "(8,7) REPRO006: architectures.small.?: must be text, but is a list of 1")]
    public void AMistakeIsReportedWhereItStands(string old, string replacement, params string[] expected) =>
        Generation.Run(Sample.With(old, replacement)).Reports(expected);

    // The parser ends the mapping after the alias, which it took for a key.
    [Fact]
    public void AMappingThatEndsWhereAValueShouldStandIsReported() => Assert.Contains(
        Generation.Run(Sample.With("batch: 4", "batch: [4]*ber:")).Diagnostics, diagnostic => diagnostic.Id == "REPRO001");
}
