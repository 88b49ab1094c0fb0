
namespace Repro.Generators.Tests.Emit;

/// <summary>The generated code of whole files.</summary>
public class SnapshotTests
{
    [Theory]
    [InlineData("paper")]
    [InlineData("smallest")]
    [InlineData("every-layer")]
    [InlineData("likes")]
    [InlineData("training")]
    [InlineData("blocks")]
    public async Task AFileBecomesThisCode(string file)
    {
        var result = Generation.Run(Yaml(file));
        result.Reports();
        Assert.Empty(result.Problems());
        await Verifier.Verify(result.Text()).UseDirectory("Snapshots").UseFileName(file);
    }

    internal static string Yaml(string file) => File.ReadAllText(Repository.Path($"tests/Generators.Tests/Emit/Snapshots/{file}.yaml"));
}
