
namespace Repro.Generators.Tests.Resolution;

/// <summary>Residual blocks, repeats and blocks with names.</summary>
public class BlockTests
{
    private const string Blocks = """
        blocks:
          down: { parameters: { channels: , kernel: 1 }, layers: [{ conv: { channels: $channels, kernel: $kernel } }] }
          big: { layers: [{ conv: { channels: 4, kernel: 5 } }] }
          wrong: { layers: [{ conv: { channels: 4, kernel: 0 } }] }
          chicken: { layers: [relu, { block: egg }] }
          egg: { layers: [{ block: chicken }] }

        """;

    [Theory]
    [InlineData(
        "residual: [{ conv: { channels: 5, kernel: 1 } }]",
        "(11,9) REPRO012: architectures.small.encoder.2.residual: its layers give 5 × 4 × 4, which cannot be added to its input 4 × 4 × "
        + "4; layers under 'shortcut:' that give 5 × 4 × 4 would make the input fit. Shapes: input 3 × 8 × 8, conv 4 × 4 × 4")]
    [InlineData(
        "residual: { layers: [{ conv: { channels: 5, kernel: 1 } }], shortcut: [{ conv: { channels: 6, kernel: 1 } }] }",
        "(11,9) REPRO012: architectures.small.encoder.2.residual: its layers give 5 × 4 × 4, which cannot be added to what its shortcut "
        + "gives, 6 × 4 × 4. Shapes: input 3 × 8 × 8, conv 4 × 4 × 4")]
    [InlineData(
        "residual: [{ conv: { channels: 4, kernel: 5 } }]",
        "(11,22) REPRO012: architectures.small.encoder.2.residual.1.conv: kernel 5 does not fit 4 × 4. Shapes: input 4 × 4 × 4")]
    [InlineData(
        "repeat: { times: 3, layers: [{ max_pool: 2 }] }",
        "(11,40) REPRO012: architectures.small.encoder.2.repeat.layers.1.max_pool: in encoder.2.repeat.3.1.max_pool: kernel 2 does not "
        + "fit 1 × 1. Shapes: input 3 × 8 × 8, conv 4 × 4 × 4, max_pool 4 × 2 × 2, max_pool 4 × 1 × 1")]
    [InlineData(
        "repeat: { times: 1024, layers: [relu, relu, relu, relu, relu] }",
        "(11,41) REPRO021: architectures.small.encoder.2.repeat.layers.1.relu: can have at most 4096 layers, those of blocks and "
        + "repeats counted each time")]
    [InlineData(
        "repeat: { times: 0, layers: [relu] }",
        "(11,26) REPRO007: architectures.small.encoder.2.repeat.times: must be a whole number from 1 to 1024, but is 0")]
    [InlineData(
        "repeat: { times: 2, layers: [] }",
        "(11,37) REPRO006: architectures.small.encoder.2.repeat.layers: must be a list of layers, but is an empty list")]
    [InlineData(
        "block: dwn",
        "(11,16) REPRO008: architectures.small.encoder.2.block: there is no block 'dwn'. Did you mean 'down'?")]
    [InlineData(
        "block: down",
        "(11,16) REPRO005: architectures.small.encoder.2.block: needs the key 'channels', a parameter without a default")]
    [InlineData(
        "block: { down: { chanels: 4 } }",
        "(11,26) REPRO003: architectures.small.encoder.2.block.down.chanels: there is no such key. Did you mean 'channels'?")]
    [InlineData(
        "block: { down: { channels: {} } }",
        "(11,36) REPRO006: architectures.small.encoder.2.block.down.channels: must be a number, a word, true, false or a list of "
        + "numbers, but is an empty mapping")]
    [InlineData(
        "block: { down: 4 }",
        "(11,16) REPRO006: architectures.small.encoder.2.block: must be the name of a block, alone or with parameters, such as '{ down: "
        + "{ channels: 64 } }', but is a mapping of 1 key")]
    [InlineData(
        "block: big",
        "(11,9) REPRO012: architectures.small.encoder.2.block: in encoder.2.big.layers.1.conv: kernel 5 does not fit 4 × 4. Shapes: "
        + "input 4 × 4 × 4")]
    [InlineData(
        "block: wrong\\n      - block: wrong",
        "(29,52) REPRO007: blocks.wrong.layers.1.conv.kernel: must be a whole number from 1 to 1024, or [height, width] of such "
        + "numbers, but is 0")]
    [InlineData(
        "block: chicken",
        "(30,28) REPRO031: blocks.egg.layers.1.block: the block holds itself: chicken → egg → chicken")]
    public void AMistakeIsReportedWhereItStands(string layer, string expected) =>
        Generation.Run(Sample.With("- relu", $"- {layer}") + Blocks).ReportsErrors(expected);

    [Fact]
    public void BlocksOfBlocksOfBlocksEnd()
    {
        var bomb = "blocks:\n  b0: { layers: [relu] }\n"
            + string.Concat(Enumerable.Range(1, 30).Select(i => $"  b{i}: {{ layers: [{{ block: b{i - 1} }}, {{ block: b{i - 1} }}] }}\n"));
        var result = Generation.Run(Sample.With("- relu", "- block: b30") + bomb);
        Assert.Null(result.Exception);
        Assert.All(result.Diagnostics, diagnostic => Assert.Equal("REPRO021", diagnostic.Id));
        Assert.NotEmpty(result.Diagnostics);
    }

    [Theory]
    [InlineData("- relu\\n      - relu", "- repeat: { times: 2, layers: [relu] }")]
    [InlineData("- relu\\n      - relu", "- block: twice")]
    [InlineData("- relu\\n      - relu", "- block: { twice: { activation: relu } }")]
    [InlineData("- relu\\n      - repeat: { times: 2, layers: [relu] }", "- repeat: { times: 3, layers: [{ block: once }] }")]
    public void ABlockIsItsLayers(string layers, string block)
    {
        const string blocks =
            "blocks:\n  once: { layers: [relu] }\n  twice: { parameters: { activation: relu }, layers: [$activation, $activation] }\n";
        Assert.Equal(HashOf(Sample.With("- relu", layers)), HashOf(Sample.With("- relu", block) + blocks));
    }

    [Theory]
    [InlineData("residual: [relu]", "residual: [tanh]")]
    [InlineData("residual: [relu]", "residual: { layers: [relu], shortcut: [relu] }")]
    [InlineData("residual: [relu, relu]", "residual: [{ residual: [relu] }, relu]")]
    [InlineData("residual: { layers: [relu], shortcut: [tanh] }", "residual: { layers: [tanh], shortcut: [relu] }")]
    [InlineData("relu", "residual: [relu]")]
    public void WhatAResidualBlockAddsChangesTheHash(string one, string other) =>
        Assert.NotEqual(HashOf(Sample.With("- relu", $"- {one}")), HashOf(Sample.With("- relu", $"- {other}")));

    private static string HashOf(string yaml)
    {
        var result = Generation.Run(yaml);
        result.ReportsErrors();
        return result.Class("First").Split("SpecHash = \"")[1].Split('"')[0];
    }
}
