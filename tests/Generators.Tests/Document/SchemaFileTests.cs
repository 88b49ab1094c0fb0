using Repro.Generators.Schema;

namespace Repro.Generators.Tests.Schema;

/// <summary>The JSON schema as a file.</summary>
public class SchemaFileTests
{
    [Fact]
    public void TheFirstLineOfTheExperimentsPointsToIt() =>
        Assert.Equal($"# yaml-language-server: $schema=./{ExperimentsSchema.FileName}", File.ReadLines(Repository.Path("experiments.yaml")).First());
}
