using System.Text.RegularExpressions;
using Repro.Cli.Context;
using Repro.Cli.Tracing;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Cli.Tests.Tracing;

public sealed partial class ExperimentsFileTests : IDisposable
{
    private readonly TemporaryFolder root = new();

    public void Dispose() => root.Dispose();

    [Theory]
    [InlineData("architectures.vae.encoder.1.conv", "experiments.yaml:5: conv: { channels: 4 }   # first")]
    [InlineData("architectures.vae.encoder.2.relu", "experiments.yaml:6: relu")]
    [InlineData("architectures.vae.encoder.3.repeat.layers.1.tanh", "experiments.yaml:7: repeat: { times: 2, layers: [tanh] }")]
    [InlineData("architectures.vae.encoder.4.relu", "experiments.yaml:8: $activation")]
    [InlineData("architectures.vae.latent", "experiments.yaml:3: latent: 2")]
    [InlineData("experiments.vae-1.5.optimizer", "experiments.yaml:10: vae-1.5: { optimizer: { adam: {} } }")]
    [InlineData("blocks.down.layers.1.conv", "experiments/more.yaml:2: down: { layers: [conv] }")]
    [InlineData("architectures.vae.encoder.9.conv", "architectures.vae.encoder.9.conv")]
    [InlineData("architectures.vae.decoder.1.conv", "architectures.vae.decoder.1.conv")]
    [InlineData("architectures.ae.latent", "architectures.ae.latent")]
    public void KeysLeadToALine(string path, string expected)
    {
        File.WriteAllText(
            root.Join("experiments.yaml"),
            "architectures:\n  vae:\n    latent: 2\n    encoder:\n      - conv: { channels: 4 }   # first\n      - relu\n" +
            "      - repeat: { times: 2, layers: [tanh] }\n      - $activation\nexperiments:\n  vae-1.5: { optimizer: { adam: {} } }\n");
        Directory.CreateDirectory(root.Join("experiments"));
        File.WriteAllText(root.Join("experiments", "more.yaml"), "blocks:\n  down: { layers: [conv] }\n");
        Assert.Equal(expected, ExperimentsFile.Describe(root.Path, path));
    }

    [Fact]
    public void ACommentMovesTheLine()
    {
        File.WriteAllText(root.Join("experiments.yaml"), "# one\n# two\narchitectures: { vae: { latent: 2 } }\n");
        Assert.Equal(
            "experiments.yaml:3: architectures: { vae: { latent: 2 } }", ExperimentsFile.Describe(root.Path, "architectures.vae.latent"));
    }

    [Theory]
    [InlineData("a: [")]
    [InlineData("")]
    [InlineData("- 1")]
    [InlineData("a: 1\n---\nb: 2")]
    public void WithoutAReadableFileTheKeysAreShown(string yaml)
    {
        Assert.Equal("a.b", ExperimentsFile.Describe(null, "a.b"));
        Assert.Equal("a.b", ExperimentsFile.Describe(root.Path, "a.b"));
        File.WriteAllText(root.Join("experiments.yaml"), yaml);
        Assert.Equal("a.b", ExperimentsFile.Describe(root.Path, "a.b"));
    }

    /// <summary>
    /// What the generator writes of files with blocks, repeats, heirs, parameters, anchors: every path leads to the layer that it is of.
    /// </summary>
    [Theory]
    [InlineData("paper")]
    [InlineData("smallest")]
    [InlineData("every-layer")]
    [InlineData("likes")]
    [InlineData("training")]
    [InlineData("blocks")]
    public void EveryPathOfGeneratedCodeIsFound(string file)
    {
        var folder = Path.Combine(RepositoryRoot.Find(AppContext.BaseDirectory), "tests", "Generators.Tests", "Emit", "Snapshots");
        File.Copy(Path.Combine(folder, $"{file}.yaml"), root.Join("experiments.yaml"));
        var paths = Attribute().Matches(File.ReadAllText(Path.Combine(folder, $"{file}.verified.txt"))).Select(
            match => match.Groups[1].Value).ToArray();
        Assert.NotEmpty(paths);
        Assert.All(paths, path =>
        {
            var found = ExperimentsFile.Describe(root.Path, path);
            Assert.StartsWith("experiments.yaml:", found, StringComparison.Ordinal);
            Assert.True(
                found.Contains(path.Split('.')[^1], StringComparison.Ordinal) || found.Contains('$', StringComparison.Ordinal),
                $"{path}: {found}");
        });
    }

    [GeneratedRegex("""\[(?:global::Repro\.Runtime\.)?Yaml\("([^"]+)"\)\]""")]
    private static partial Regex Attribute();
}
