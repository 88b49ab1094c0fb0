
namespace Repro.Generators.Tests;

/// <summary>The current experiments of this repository.</summary>
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
