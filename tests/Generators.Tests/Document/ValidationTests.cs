using NJsonSchema;
using Newtonsoft.Json.Linq;
using Repro.Generators.Document;
using YamlDotNet.Serialization;

namespace Repro.Generators.Tests.Document;

/// <summary>Checks files as an editor does: with the schema alone, by an independent validator.</summary>
public class ValidationTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(ExperimentsSchema.Text()).GetAwaiter().GetResult();

    [Fact]
    public void TheExperimentsOfThisRepositoryAreGood() => AssertGood(File.ReadAllText(Repository.Path("experiments.yaml")));

    [Fact]
    public void TheFilesOfTheOtherTestsAreGood() =>
        Assert.All(
            Directory.EnumerateFiles(Repository.Path("tests/Generators.Tests/Emit/Snapshots"), "*.yaml").Order(StringComparer.Ordinal),
            file => AssertGood(File.ReadAllText(file)));

    [Theory]
    [InlineData("- relu", "- relu:")]
    [InlineData("- relu", "- relu: {}")]
    [InlineData("- relu", "- leaky_relu: 0.3")]
    [InlineData("- relu", "- leaky_relu: { slope: 0.3 }")]
    [InlineData("- relu", "- linear: 4")]
    [InlineData("  first:", "  cone:")]
    [InlineData("  first:", "  com10:")]
    [InlineData("  first:", "  my-nul:")]
    [InlineData("batch: 4", "batch: 4\\n    take: all")]
    [InlineData("batch: 4", "batch: 4\\n    captures: [1, 5]")]
    [InlineData("loss: evidence_lower_bound\\n", "loss: evidence_lower_bound\\n  second: { like: first, seed: 3 }\\n")]
    [InlineData(
        "loss: evidence_lower_bound\\n", "loss: evidence_lower_bound\\n  second: { like: first, optimizer: { adam: { beta1: 0.5 } } }\\n")]
    public void AFileThatTheCompilerAcceptsIsGood(string old, string replacement)
    {
        var yaml = Sample.With(old, replacement);
        Generation.Run(yaml).Reports();
        AssertGood(yaml);
    }

    [Theory]
    [InlineData("version: 1", "version: 2")]
    [InlineData("version: 1\\n", "")]
    [InlineData("version: 1", "version: 1\\nexperimints: {}")]
    [InlineData("    latent: 2", "    latnet: 2")]
    [InlineData("latent: 2", "latent: 0")]
    [InlineData("latent: 2", "latent: 2.5")]
    [InlineData("latent: 2", "latent: two")]
    [InlineData("folder: data/dots", "folder: ../dots")]
    [InlineData("folder: data/dots", "folder: data\\\\dots")]
    [InlineData("folder: data/dots,", "")]
    [InlineData("size: [8, 8]", "size: [8]")]
    [InlineData("size: [8, 8]", "size: [8, 8], background: white")]
    [InlineData("  dots:", "  d.ts:")]
    [InlineData("  first:", "  con:")]
    [InlineData("  first:", "  NuL:")]
    [InlineData("  first:", "  lpt9:")]
    [InlineData("kind: variational", "kind: varational")]
    [InlineData("- relu", "- rleu")]
    [InlineData("- relu", "- conv")]
    [InlineData("- relu", "- { relu: , tanh: }")]
    [InlineData("- relu", "- relu: 3")]
    [InlineData("- relu", "- leaky_relu: 2")]
    [InlineData("- relu", "- conv: { channels: 4, kernel: 4, strid: 2 }")]
    [InlineData("adam:", "adm:")]
    [InlineData("0.01", "0.01, beta1: 1")]
    [InlineData("loss: evidence_lower_bound", "loss: elbo")]
    [InlineData("    loss: evidence_lower_bound\\n", "")]
    [InlineData("batch: 4", "batch: 4\\n    shuffle: 1")]
    [InlineData("batch: 4", "batch: 4\\n    captures: [0]")]
    public void AFileThatTheCompilerRefusesIsBad(string old, string replacement)
    {
        var yaml = Sample.With(old, replacement);
        Assert.NotEmpty(Generation.Run(yaml).Diagnostics);
        Assert.NotEmpty(Schema.Validate(Json(yaml)));
    }

    private static void AssertGood(string yaml) =>
        Assert.Empty(Schema.Validate(Json(yaml)).Select(error => $"{error.Path}: {error.Kind}"));

    private static JToken Json(string yaml) =>
        Token(new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<object?>(yaml));

    private static JToken Token(object? value) => value switch
    {
        null => JValue.CreateNull(),
        IDictionary<object, object?> mapping => new JObject(mapping.Select(pair => new JProperty((string)pair.Key, Token(pair.Value)))),
        IList<object?> list => new JArray(list.Select(Token)),
        _ => new JValue(value),
    };
}
