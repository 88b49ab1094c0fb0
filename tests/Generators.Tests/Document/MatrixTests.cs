
namespace Repro.Generators.Tests.Document;

/// <summary>The key <c>matrix</c>.</summary>
public class MatrixTests
{
    [Theory]
    [InlineData("seed: [1, 2]", "Sweep1, Sweep2")]
    [InlineData("take: [5, 14], seed: [1, 2]", "Sweep51, Sweep52, Sweep141, Sweep142")]
    [InlineData("optimizer.adam.beta1: [0.5, 9e-1]", "Sweep05, Sweep09")]
    [InlineData("shuffle: [true, false]", "SweepTrue, SweepFalse")]
    [InlineData("optimizer: [{ adam: { learning_rate: 1e-3 } }]", "SweepAdamLearningRate0001")]
    [InlineData("take: [5, 14], seed: [1, 2], exclude: [{ take: 5, seed: 2 }]", "Sweep51, Sweep141, Sweep142")]
    [InlineData("take: [5, 14], seed: [1, 2], exclude: [{ take: 5 }]", "Sweep141, Sweep142")]
    [InlineData("seed: [1], include: [{ seed: 7, take: 9 }]", "Sweep1, Sweep79")]
    [InlineData("include: [{ seed: 7 }]", "Sweep7")]
    public void ItBecomesAnExperimentForEachCombination(string matrix, string classes)
    {
        var result = Generation.Run(Sample.Text + $"  sweep: {{ like: first, matrix: {{ {matrix} }} }}\n");
        result.Reports();
        Assert.Empty(result.Problems());
        Assert.Equal(classes.Split(", "), result.Class("ExperimentCatalog").Split('\n').Where(
            line => line.Contains("Sweep", StringComparison.Ordinal)).Select(line => line.Trim()["new(".Length..].Split('.')[0]));
    }

    [Fact]
    public void ACellHasItsValuesAndTheKeysOfTheRest()
    {
        var cell = Generation.Run(Sample.Text + "  sweep: { like: first, epochs: 7, matrix: { take: [5, 14], optimizer.adam.beta1: "
            + "[0.5] } }\n").Class("Sweep1405");
        Assert.Contains("Name = \"sweep-14-0_5\";", cell, StringComparison.Ordinal);
        Assert.Contains("Take = 14,", cell, StringComparison.Ordinal);
        Assert.Contains("Beta1 = 0.5;", cell, StringComparison.Ordinal);
        Assert.Contains("LearningRate = 0.01;", cell, StringComparison.Ordinal);
        Assert.Contains("int Epochs = 7;", cell, StringComparison.Ordinal);
    }

    [Fact]
    public void ACellSaysWhichItIs()
    {
        var result = Generation.Run(Sample.Text + "  sweep: { like: first, matrix: { take: [5, 14], optimizer: [{ adam: { "
            + "learning_rate: 1e-3 } }], include: [{ seed: 7, clip_gradients: 5e-1 }] } }\n");
        Assert.Contains(
            "Cell = new(\"sweep\", [new(\"take\", \"14\"), new(\"optimizer\", \"adam: { learning_rate: 1e-3 }\")]),",
            result.Class("Sweep14AdamLearningRate0001"), StringComparison.Ordinal);
        Assert.Contains(
            "Cell = new(\"sweep\", [new(\"seed\", \"7\"), new(\"clip_gradients\", \"0.5\")]),", result.Class("Sweep705"),
            StringComparison.Ordinal);
        Assert.DoesNotContain("Cell =", result.Class("First"), StringComparison.Ordinal);
    }

    [Fact]
    public void AnHeirHasTheMatrixAndCanEmptyIt()
    {
        var result = Generation.Run(Sample.Text + "  sweep: { like: first, matrix: { seed: [1, 2] } }\n  long: { like: sweep, epochs: 9 "
            + "}\n  one: { like: sweep, matrix: {} }\n");
        result.Reports();
        Assert.Equal(
            ["ExperimentCatalog", "ExperimentsSummary", "First", "Long1", "Long2", "One", "Small", "Sweep1", "Sweep2"],
            result.GeneratedSources.Select(source => source.HintName[..^".g.cs".Length]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("3", "(25,33) REPRO006: experiments.sweep.matrix: must be a mapping of keys to lists of values, but is 3")]
    [InlineData("{ seed: 3 }", "(25,41) REPRO006: experiments.sweep.matrix.seed: must be a list of values, but is 3")]
    [InlineData("{ seed: [] }", "(25,41) REPRO006: experiments.sweep.matrix.seed: must be a list of values, but is an empty list")]
    [InlineData(
        "{ seed: [1], include: [2] }",
        "(25,56) REPRO006: experiments.sweep.matrix.include.1: must be a mapping of keys to values, but is 2")]
    [InlineData(
        "{ seed: [1, x] }",
        "(25,45) REPRO006: experiments.sweep.matrix.seed.2: must be a whole number from 0 to 4294967295, but is the text 'x'")]
    [InlineData("{ sed: [1] }", "(25,35) REPRO003: experiments.sweep.matrix.sed: there is no such key. Did you mean 'seed'?")]
    [InlineData(
        "{ optimizer.adam.beta: [0.5] }",
        "(25,35) REPRO003: experiments.sweep.matrix.optimizer.adam.beta: there is no such key. Did you mean 'beta1'?")]
    [InlineData(
        "{ architecture: [small, smal] }",
        "(25,57) REPRO008: experiments.sweep.matrix.architecture.2: there is no architecture 'smal'. Did you mean 'small'?")]
    [InlineData(
        "{ epochs: [5, 9], captures: [[7]] }",
        "(25,62) REPRO017: experiments.sweep.matrix.captures.1: there is no capture after epoch 7, because training ends with epoch 5")]
    [InlineData("{ seed: [1, 1] }", "(25,45) REPRO010: experiments.sweep.matrix.seed.2: would become the class Sweep1, and so does "
        + "experiment 'sweep-1' on line 25; rename one of them")]
    [InlineData(
        "{ seed: [1], exclude: [{ seed: 2 }] }",
        "(25,56) REPRO042: experiments.sweep.matrix.exclude.1: no cell of the matrix has these values")]
    public void AMistakeIsReportedInTheMatrix(string matrix, params string[] expected) =>
        Generation.Run(Sample.Text + $"  sweep: {{ like: first, matrix: {matrix} }}\n").Reports(expected);

    [Fact]
    public void AMatrixThatIsTooLargeIsNotExpanded()
    {
        var values = $"[{string.Join(", ", Enumerable.Range(1, 100))}]";
        Generation.Run(Sample.Text + $"  sweep: {{ like: first, matrix: {{ seed: {values}, epochs: {values}, batch: {values} }} }}\n")
            .Reports("(25,25) REPRO021: experiments.sweep.matrix: can have at most 5000 cells, those of all matrices together");
    }
}
