
namespace Repro.Generators.Tests;

/// <summary>The experiments of this repository, whatever they are at the moment.</summary>
public class ExperimentsTests
{
    [Fact]
    public void TheyCompileWithoutAWarning()
    {
        var result = Generation.Run(File.ReadAllText(Repository.Path("experiments.yaml")));
        result.Reports();
        Assert.Empty(result.Problems());
    }
}
