using System.Reflection;
using System.Runtime.Loader;
using Repro.Generators.Schema;
using Repro.Generators.Tests.Documentation;

namespace Repro.Generators.Tests.Schema;

/// <summary>The JSON schema as a file.</summary>
public class SchemaFileTests
{
    [Fact]
    public void TheFirstLineOfTheExperimentsPointsToIt() =>
        Assert.Equal($"# yaml-language-server: $schema=./{ExperimentsSchema.FileName}", File.ReadLines(Repository.Path("experiments.yaml")).First());

    [Fact]
    public void ItIsMadeWithoutTheCompiler()
    {
        var alone = new Alone();
        var assembly = alone.LoadFromAssemblyPath(typeof(ExperimentsSchema).Assembly.Location);
        var text = assembly.GetType(typeof(ExperimentsSchema).FullName!)!.GetMethod(nameof(ExperimentsSchema.Text))!.Invoke(null, null);
        Assert.Equal(ExperimentsSchema.Text(), text);
        Assert.NotSame(typeof(ExperimentsSchema).Assembly, assembly);
    }

    /// <summary>Loads an assembly without the compiler and without the YAML reader beside it.</summary>
    private sealed class Alone() : AssemblyLoadContext("alone")
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name is "YamlDotNet" || assemblyName.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
                ? throw new FileNotFoundException(assemblyName.Name)
                : null;
    }
}
