using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Repro.Generators.Tests;

/// <summary>An edit regenerates what it changes and nothing else.</summary>
public class CachingTests
{
    private static readonly IncrementalStepRunReason[] Same = [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged];

    [Fact]
    public void TheSameFileIsNotCompiledAgain()
    {
        var (_, second) = RunTwice(Sample.Text, Sample.Text);
        Assert.All(Steps.All, step => AssertReasons(second, step, Same));
        AssertOutputs(second, IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void AnotherSourceFileDoesNotConcernTheGenerator()
    {
        var driver = Generation.Driver(new YamlFile(Generation.Path, Sample.Text)).RunGenerators(Compilation.Of());
        var second = driver.RunGenerators(Compilation.Of("internal class Edited;")).GetRunResult().Results.Single();
        Assert.All(Steps.All, step => AssertReasons(second, step, Same));
        AssertOutputs(second, IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void ACommentMovesEveryLineAndChangesNoCode()
    {
        var (_, second) = RunTwice(Sample.Text, Sample.With("version: 1", "# a comment\\nversion: 1"));
        AssertReasons(second, Steps.Architectures, Same);
        AssertReasons(second, Steps.Experiments, Same);
        AssertReasons(second, Steps.Catalog, Same);
        AssertOutputs(second, IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void AnExperimentChangesItsOwnClassAlone()
    {
        var other = "  second: { like: first, seed: 2 }\n";
        var (first, second) = RunTwice(Sample.Text + other, Sample.Text + other.Replace("seed: 2", "seed: 3", StringComparison.Ordinal));
        Assert.Equal(
            ["Second.g.cs"],
            second.GeneratedSources.Where(source => source.SourceText.ToString() != first.Class(source.HintName[..^".g.cs".Length])).Select(source => source.HintName));
        AssertReasons(second, Steps.Architectures, Same);
        AssertReasons(second, Steps.Experiments, [.. Same, IncrementalStepRunReason.Modified]);
        AssertReasons(second, Steps.Catalog, Same);
    }

    [Fact]
    public void ThePipelineHoldsNothingOfTheCompiler()
    {
        var (_, second) = RunTwice(Sample.Text, Sample.With("latent: 2", "latent: 0"));
        var held = Steps.All
            .SelectMany(step => second.TrackedSteps.GetValueOrDefault(step, []))
            .SelectMany(step => step.Outputs)
            .SelectMany(output => Reachable(output.Value, []));
        Assert.All(held, value => Assert.False(value is Microsoft.CodeAnalysis.Compilation or ISymbol or SyntaxNode or SyntaxTree or Location or Diagnostic));
    }

    private static (GeneratorRunResult First, GeneratorRunResult Second) RunTwice(string yaml, string edited)
    {
        var file = new YamlFile(Generation.Path, yaml);
        var driver = Generation.Driver(file).RunGenerators(Compilation.Of());
        var first = driver.GetRunResult().Results.Single();
        driver = driver.ReplaceAdditionalText(file, new YamlFile(Generation.Path, edited)).RunGenerators(Compilation.Of());
        return (first, driver.GetRunResult().Results.Single());
    }

    private static void AssertReasons(GeneratorRunResult result, string step, IncrementalStepRunReason[] allowed)
    {
        var reasons = result.TrackedSteps.GetValueOrDefault(step, []).SelectMany(run => run.Outputs).Select(output => output.Reason).Distinct();
        Assert.Empty(reasons.Except(allowed));
    }

    private static void AssertOutputs(GeneratorRunResult result, IncrementalStepRunReason expected)
    {
        var outputs = result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).ToArray();
        Assert.NotEmpty(outputs);
        Assert.All(outputs, output => Assert.Equal(expected, output.Reason));
    }

    /// <summary>Every object that a value leads to through fields and items.</summary>
    private static IEnumerable<object> Reachable(object? value, HashSet<object> visited)
    {
        if (value is null or string or DiagnosticDescriptor || value.GetType().IsPrimitive || !visited.Add(value))
        {
            yield break;
        }

        yield return value;
        var parts = value is IEnumerable items
            ? items.Cast<object?>()
            : value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Select(field => field.GetValue(value));
        foreach (var found in parts.SelectMany(part => Reachable(part, visited)))
        {
            yield return found;
        }
    }
}
