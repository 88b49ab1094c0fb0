using System.Reflection;
using Microsoft.CodeAnalysis;
using Repro.Runtime;

namespace Repro.Generators.Tests.Emit;

/// <summary>Compiles generated code and loads it.</summary>
internal static class Running
{
    /// <summary>The experiments of a file, with further source files beside the generated ones.</summary>
    public static IReadOnlyList<Experiment> Catalog(string yaml, params string[] sources) =>
        (IReadOnlyList<Experiment>)Load(yaml, sources)
            .GetType("Repro.Experiments.ExperimentCatalog", throwOnError: true)!.GetProperty("All")!.GetValue(null)!;

    /// <summary>The assembly of a file's generated code and of further source files.</summary>
    public static Assembly Load(string yaml, params string[] sources)
    {
        var result = Generation.Run(yaml);
        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        using var image = new MemoryStream();
        var emitted = Compilation.Of(result.GeneratedSources.Select(source => source.SourceText.ToString()).Concat(sources)).Emit(image);
        Assert.Empty(emitted.Diagnostics);
        return Assembly.Load(image.ToArray());
    }
}
