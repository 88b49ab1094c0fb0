using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Repro.Generators.Tests;

/// <summary>The pipeline keeps only small comparable values between runs: text and numbers.</summary>
public class PipelineTests
{
    /// <summary>Types of the compiler that contain only numbers and text.</summary>
    private static readonly Type[] Plain = [typeof(TextSpan), typeof(LinePosition), typeof(LinePositionSpan), typeof(DiagnosticDescriptor)];

    [Fact]
    public void NoStepHoldsAnObjectOfTheCompiler()
    {
        var file = new YamlFile(Generation.Path, Sample.Text + "  second: { like: first, seed: x }\n");
        var result = Generation.Driver(BuildProperties.Program, file).RunGenerators(Compilation.Of()).GetRunResult().Results.Single();
        Assert.NotEmpty(result.Diagnostics);
        var steps = new HashSet<IncrementalGeneratorRunStep>();
        foreach (var output in result.TrackedOutputSteps.SelectMany(step => step.Value))
        {
            AddInputs(output, steps);
        }

        Assert.All(Steps.All, name => Assert.Contains(steps, step => step.Name == name));

        // The first step has no input, because it is the compiler's list of files.
        var visited = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var output in steps.Where(step => !step.Inputs.IsEmpty).SelectMany(step => step.Outputs))
        {
            Visit(output.Value, visited);
        }

        Assert.DoesNotContain(
            visited, value => value.GetType().Assembly.GetName().Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }

    /// <summary>Adds all inputs of a step.</summary>
    private static void AddInputs(IncrementalGeneratorRunStep step, HashSet<IncrementalGeneratorRunStep> found)
    {
        foreach (var source in step.Inputs.Select(input => input.Source).Where(found.Add))
        {
            AddInputs(source, found);
        }
    }

    /// <summary>Adds every object that is reachable from a value through fields and items.</summary>
    private static void Visit(object? value, HashSet<object> visited)
    {
        if (value is null or string or Type || value.GetType().IsPrimitive || Plain.Contains(value.GetType()) || !visited.Add(value))
        {
            return;
        }

        var parts = value is IEnumerable items
            ? items.Cast<object?>()
            : value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Select(
                field => field.GetValue(value));
        foreach (var part in parts)
        {
            Visit(part, visited);
        }
    }
}
