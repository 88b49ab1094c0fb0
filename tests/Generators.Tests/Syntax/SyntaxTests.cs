
namespace Repro.Generators.Tests.Syntax;

/// <summary>Syntax errors, and YAML outside the language.</summary>
public class SyntaxTests
{
    [Theory]
    [InlineData(
        "latent: 2",
        "latent: [2",
        "(8,13) REPRO001: experiments.yaml: this is not valid YAML: this '[' is never closed; a ']' is missing")]
    [InlineData(
        "latent: 2",
        "latent: @2",
        "(8,13) REPRO001: experiments.yaml: this is not valid YAML: While scanning for the next token, found character that cannot "
        + "start any token")]
    [InlineData(
        "latent: 2",
        "latent: \"2",
        "(8,13) REPRO001: experiments.yaml: this is not valid YAML: While scanning a multi-line double-quoted scalar, found wrong "
        + "indentation")]
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
    [InlineData(
        "- relu",
        "- [relu",
        "(11,9) REPRO001: experiments.yaml: this is not valid YAML: this '[' is never closed; a ']' is missing")]
    [InlineData(
        "size: [8, 8] }",
        "size: [8, 8]",
        "(3,9) REPRO001: experiments.yaml: this is not valid YAML: this '{' is never closed; a '}' is missing")]
    [InlineData(
        "size: [8, 8] }",
        "size: [8, 8 }",
        "(3,36) REPRO001: experiments.yaml: this is not valid YAML: this '[' is never closed; a ']' is missing")]
    [InlineData(
        "loss: evidence_lower_bound",
        "loss: { evidence_lower_bound: { beta: 4 }",
        "(24,11) REPRO001: experiments.yaml: this is not valid YAML: this '{' is never closed; a '}' is missing")]
    [InlineData(
        "    latent: 2",
        "\tlatent: 2",
        "(8,1) REPRO001: experiments.yaml: this is not valid YAML: a tab cannot indent a line; use spaces")]
    [InlineData(
        "    latent: 2",
        "  \tlatent: 2",
        "(8,3) REPRO001: experiments.yaml: this is not valid YAML: a tab cannot indent a line; use spaces")]
    [InlineData(
        "      - relu",
        "\t- relu",
        "(11,1) REPRO001: experiments.yaml: this is not valid YAML: a tab cannot indent a line; use spaces")]
    [InlineData(
        "version: 1",
        "\tversion: 1",
        "(1,1) REPRO001: experiments.yaml: this is not valid YAML: a tab cannot indent a line; use spaces")]
    [InlineData(
        "latent: 2",
        "latent:\u00a02",
        "(8,12) REPRO001: experiments.yaml: this is not valid YAML: the character U+00A0 (no-break space) is not a space; replace or "
        + "remove it")]
    [InlineData(
        "    latent: 2",
        "\u00a0\u00a0\u00a0\u00a0latent: 2",
        "(8,1) REPRO001: experiments.yaml: this is not valid YAML: the character U+00A0 (no-break space) is not a space; replace or "
        + "remove it")]
    [InlineData(
        "- relu",
        "-\u3000relu",
        "(11,8) REPRO001: experiments.yaml: this is not valid YAML: the character U+3000 (ideographic space) is not a space; replace or "
        + "remove it")]
    [InlineData(
        "latent: 2",
        "latent:\u200b2",
        "(8,12) REPRO001: experiments.yaml: this is not valid YAML: the character U+200B (zero width space) is not a space; replace or "
        + "remove it")]
    [InlineData(
        "latent: 2",
        "latent: \ufeff2",
        "(8,13) REPRO001: experiments.yaml: this is not valid YAML: the character U+FEFF (byte order mark) cannot stand in the file; "
        + "replace or remove it")]
    [InlineData(
        "latent: 2",
        "latent: 2\u2028",
        "(8,14) REPRO001: experiments.yaml: this is not valid YAML: the character U+2028 (line separator) cannot stand in the file; "
        + "replace or remove it")]
    [InlineData(
        "latent: 2",
        "latent: 2\u0085",
        "(8,14) REPRO001: experiments.yaml: this is not valid YAML: the character U+0085 (next line) cannot stand in the file; replace "
        + "or remove it")]
    [InlineData(
        "latent: 2",
        "latent: 2\u007f",
        "(8,14) REPRO001: experiments.yaml: this is not valid YAML: the character U+007F cannot stand in the file; replace or remove it")]
    [InlineData(
        "latent: 2",
        "latent: 2\u0008",
        "(8,14) REPRO001: experiments.yaml: this is not valid YAML: the character U+0008 cannot stand in the file; replace or remove it")]
    [InlineData(
        "latent: 2",
        "latent: 2\u00a0",
        "(8,13) REPRO006: architectures.small.latent: must be a whole number from 1 to 65536, but is the text '2[U+00A0]'")]
    [InlineData(
        "- relu",
        "- re\u200blu",
        "(11,9) REPRO008: architectures.small.encoder.2: there is no layer 're[U+200B]lu'. Did you mean 'relu'?")]
    [InlineData(
        "- relu",
        "- relu\u202e",
        "(11,9) REPRO008: architectures.small.encoder.2: there is no layer 'relu[U+202E]'. Did you mean 'relu'?")]
    [InlineData(
        "- relu",
        "- relu\ufe0f",
        "(11,9) REPRO008: architectures.small.encoder.2: there is no layer 'relu[U+FE0F]'. Did you mean 'relu'?")]
    [InlineData(
        "- relu",
        "- relu\u3164",
        "(11,9) REPRO008: architectures.small.encoder.2: there is no layer 'relu[U+3164]'. Did you mean 'relu'?")]
    public void AMistakeIsReportedWhereItStands(string old, string replacement, params string[] expected) =>
        Generation.Run(Sample.With(old, replacement)).Reports(expected);

    // The parser ends the mapping after the alias, because it takes the alias for a key.
    [Fact]
    public void AMappingThatEndsWhereAValueShouldStandIsReported() => Assert.Contains(
        Generation.Run(Sample.With("batch: 4", "batch: [4]*ber:")).Diagnostics, diagnostic => diagnostic.Id == "REPRO001");

    // YAML 1.2 allows a tab wherever it does not indent.
    [Theory]
    [InlineData("    latent: 2\\n", "    latent: 2\\n\t\\n")]
    [InlineData("    latent: 2\\n", "    latent: 2\\n  \t \t\\n")]
    [InlineData("    latent: 2\\n", "    latent: 2\\n\t# a comment\\n")]
    [InlineData("    latent: 2\\n", "    latent: 2\t\\n")]
    [InlineData("    latent: 2\\n", "    latent: 2\t# a comment\\n")]
    [InlineData("    latent: 2\\n", "    latent:\t2\\n")]
    [InlineData("- relu", "-\trelu")]
    [InlineData(
        "{ channels: 4, kernel: 4, stride: 2, padding: 1 }\\n      - relu",
        "{\tchannels: 4,\\n         \tkernel: 4, stride: 2, padding: 1 }\\n      - relu")]
    public void ATabThatDoesNotIndentIsASpace(string old, string replacement) =>
        Assert.Equal(Generation.Run(Sample.Text).Text(), Generation.Run(Sample.With(old, replacement)).Text());

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void ATabInABlankLineIsFineWithAnyLineEnd(string end) => Generation.Run(
        Sample.With("    latent: 2\\n", "    latent: 2\\n\t\\n\\n  \t# a comment\\n").ReplaceLineEndings(end)).Reports();
}
