using Xunit.Abstractions;

namespace Repro.Generators.Tests;

/// <summary>The experiments of the paper, as this repository has them.</summary>
public class PaperTests(ITestOutputHelper output)
{
    [Fact]
    public void TheyCompileWithoutAWarning()
    {
        var result = Generation.Run(File.ReadAllText(Repository.Path("experiments.yaml")));
        output.WriteLine(result.Text());
        Assert.Empty(result.Diagnostics);
        Assert.Empty(result.Problems());
    }
}
