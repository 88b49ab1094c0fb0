using System.Globalization;
using Repro.Generators.Document;
using Repro.Generators.Emit;
using Repro.Runtime;

namespace Repro.Generators.Tests.Emit;

/// <summary>Statements that the generator and another part of the product must share, because neither can see the other.</summary>
public class CouplingTests
{
    [Theory]
    [InlineData(SummaryEmitter.Counts)]
    [InlineData(SummaryEmitter.Experiment)]
    public void TheBuildReadsTheMarksOfTheSummary(string mark)
    {
        var targets = File.ReadAllText(Repository.Path("Packaging/Repro/build/Repro.targets"));
        Assert.Contains($".StartsWith('{mark}')", targets, StringComparison.Ordinal);
        Assert.Contains($".Replace('{mark}', '')", targets, StringComparison.Ordinal);
        Assert.Contains($"{SummaryEmitter.Name}.g.cs</ReproSummaryFile>", targets, StringComparison.Ordinal);
    }

    [Fact]
    public void TheDefaultOfCheckpointsIsThatOfTheRuntime() =>
        Assert.Equal(new CheckpointSettings().Keep.ToString(CultureInfo.InvariantCulture), ExperimentKeys.Checkpoints.Default);
}
