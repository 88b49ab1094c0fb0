using System.Reflection;
using Microsoft.CodeAnalysis;
using Repro.Generators.Diagnostics;
using Repro.Generators.Layers;
using Repro.Generators.Losses;
using Repro.Generators.Losses.Weights;
using Repro.Generators.Optimizers;
using Repro.Generators.Schedules;

namespace Repro.Generators.Tests;

/// <summary>The reference of the language names everything that there is.</summary>
public class DocumentationTests
{
    private static readonly string Reference = File.ReadAllText(Repository.Path("docs/experiments-yaml.md"));

    private static readonly DiagnosticDescriptor[] All =
    [
        .. typeof(Descriptors).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => (DiagnosticDescriptor)field.GetValue(null)!),
    ];

    [Fact]
    public void IdsAreUniqueAndWithoutGaps() =>
        Assert.Equal(Enumerable.Range(1, All.Length).Select(i => $"REPRO{i:000}"), All.Select(descriptor => descriptor.Id));

    [Fact]
    public void EveryDiagnosticIsExplained() =>
        Assert.All(All, descriptor => Assert.Contains($"| {descriptor.Id} | {descriptor.Title} |", Reference, StringComparison.Ordinal));

    [Fact]
    public void EveryLayerLossWeightOptimizerAndScheduleIsExplained() =>
        Assert.All(
            LayerCatalog.All.Select(layer => layer.Name)
                .Concat(LossCatalog.All.Select(loss => loss.Name))
                .Concat(OptimizerCatalog.All.Select(optimizer => optimizer.Name))
                .Concat(ScheduleCatalog.All.Select(schedule => schedule.Name))
                .Concat(WeightValue.All.Select(weight => weight.Name)),
            name => Assert.Contains($"| `{name}` |", Reference, StringComparison.Ordinal));

    [Fact]
    public void ItsExampleCompiles()
    {
        const string start = "```yaml\n";
        var from = Reference.IndexOf(start, StringComparison.Ordinal) + start.Length;
        var result = Generation.Run(Reference[from..Reference.IndexOf("```", from, StringComparison.Ordinal)]);
        result.Reports();
        Assert.NotEmpty(result.GeneratedSources);
        Assert.Empty(result.Problems());
    }
}
