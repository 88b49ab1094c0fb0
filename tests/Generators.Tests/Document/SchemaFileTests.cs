using Repro.Generators.Document;

namespace Repro.Generators.Tests.Document;

/// <summary>The file of the JSON schema.</summary>
public class SchemaFileTests
{
    [Fact]
    public void TheFirstLineOfTheExperimentsPointsToIt() =>
        Assert.Equal(
            $"# yaml-language-server: $schema=./{ExperimentsSchema.FileName}", File.ReadLines(Repository.Path("experiments.yaml")).First());
}
