using System.Globalization;
using Repro.Generators.Tests.Fuzz;
using Repro.Runtime;

namespace Repro.Generators.Tests.Emit;

/// <summary>The text of an experiment and its list of layers in generated code.</summary>
[Collection(nameof(DefaultGenerator))]
public class SpecificationTests
{
    private const string Derived =
        """
        version: 1
        data:
          dots: { folder: "data/its #1, ots", size: [8, 8], files: "**/*.png" }
          more: { folder: more, size: [8, 8] }
        blocks:
          outer: { parameters: { channels: , to: 1 }, layers: [{ block: { inner: { channels: $channels } } }] }
          inner:
            parameters: { channels: 2 }
            layers:
              - conv: { channels: $channels * 2, kernel: 3, padding: 1 }
              - residual: { layers: [{ conv: { channels: $channels * 2, kernel: 1, bias: false } }, group_norm: 2], shortcut: [identity] }
        architectures:
          base:
            kind: variational
            input: [3, 8, 8]
            latent: 2
            encoder: [{ block: { outer: { channels: 2 } } }, relu]
            decoder: [{ linear: [3, 8, 8] }, sigmoid]
          heir: { like: base, kind: { vamp_prior: 3 } }
          sized: { like: base, kind: plain, parameters: { width: 4 }, latent: $width }
        experiments:
          first:
            architecture: base
            data: dots
            seed: 1
            epochs: 5
            batch: 4
            optimizer: { adam: { learning_rate: 0.01 } }
            loss: evidence_lower_bound
          second: { like: first, architecture: heir, data: more, captures: [1, 3] }
          sweep:
            { like: first, architecture: sized, loss: squared_error, matrix: { seed: [1, 2], optimizer.adam.learning_rate: [0.1, 1e-2] } }
          wide: { like: first, architecture: { sized: { width: 6 } }, loss: squared_error }
        """;

    public static TheoryData<string> Files =>
        [Derived, .. new[] { "smallest", "every-layer", "likes", "training", "blocks" }.Select(SnapshotTests.Yaml)];

    [Theory]
    [MemberData(nameof(Files))]
    public void TheTextOfAnExperimentIsAFileOfItAlone(string yaml) => Assert.All(Running.Catalog(yaml), AssertAlone);

    [Fact]
    public void SoItIsOfRandomFiles()
    {
        var (tried, seed) = (0, 0);
        for (; tried < (Answer.IsThorough ? 100 : 6) && seed < 20_000; seed++)
        {
            var random = new Random(seed);
            var yaml = random.Next(2) == 0 ? RandomYaml.Renumbered(random) : RandomYaml.Spliced(random);
            if (Generation.Run(yaml) is { Diagnostics.IsEmpty: true } result && result.GeneratedSources.Length > 1)
            {
                Assert.All(Running.Catalog(yaml), AssertAlone);
                tried++;
            }
        }

        Assert.True(tried >= 6, string.Create(CultureInfo.InvariantCulture, $"only {tried} of {seed} files are right"));
    }

    [Fact]
    public void WhatIsInheritedOrOfAMatrixIsWrittenOutAndNothingElse()
    {
        var cell = Running.Catalog(Derived).Single(experiment => experiment.Name == "sweep-2-0_01").Settings;
        Assert.Equal(
            """
            experiments:
              sweep-2-0_01:
                architecture: sized
                data: dots
                seed: 2
                epochs: 5
                batch: 4
                optimizer: { adam: { learning_rate: 1e-2 } }
                loss: squared_error
            data:
              dots:
                folder: "data/its #1, ots"
                files: "**/*.png"
                size: [8, 8]

            """.ReplaceLineEndings("\n"),
            cell.Specification);
        Assert.Contains("    latent: $width\n", cell.Network.Specification, StringComparison.Ordinal);
        Assert.DoesNotContain("unused", cell.Network.Specification, StringComparison.Ordinal);
        Assert.DoesNotContain("like", cell.Network.Specification, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void TheLayersHaveTheParametersOfTheModel(string yaml)
    {
        foreach (var experiment in Running.Catalog(yaml))
        {
            using var run = experiment.Start();
            var network = experiment.Settings.Network;
            var expected = run.Model.named_parameters().Where(item => item.name != "pseudo_inputs").GroupBy(item => item.name.Split('.')[0])
                .ToDictionary(group => group.Key, group => group.Sum(item => item.parameter.numel()));
            var layers = network.Encoder.Concat(network.Heads).Concat(network.Decoder).ToArray();
            Assert.Equal(expected.OrderBy(item => item.Key), layers.Where(layer => layer.Parameters > 0).ToDictionary(
                layer => layer.Field, layer => layer.Parameters).OrderBy(item => item.Key));
            Assert.Equal(run.Model.parameters().Sum(parameter => parameter.numel()), network.Parameters);
            Assert.All(layers, AssertSums);
        }
    }

    private static void AssertAlone(Experiment experiment)
    {
        var settings = experiment.Settings;
        var text = $"version: 1\n{settings.Specification}{settings.Network.Specification}";
        Generation.Run(text).Reports();
        var alone = Assert.Single(Running.Catalog(text)).Settings;
        Assert.Equal((settings.Name, settings.SpecHash, settings.Data), (alone.Name, alone.SpecHash, alone.Data));
        Assert.Equal((settings.Specification, settings.Network.Specification), (alone.Specification, alone.Network.Specification));
    }

    private static void AssertSums(LayerDescription layer)
    {
        if (layer.Layers.Count > 0)
        {
            Assert.Equal(layer.Parameters, layer.Layers.Concat(layer.Shortcut).Sum(inner => inner.Parameters));
            Assert.Equal(layer.Output, layer.Layers[^1].Output);
            Assert.All(layer.Layers.Concat(layer.Shortcut), AssertSums);
        }
    }
}
