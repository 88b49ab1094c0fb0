
namespace Repro.Generators.Tests.Documentation;

/// <summary>The example at the head of the reference of the language.</summary>
public class ExampleTests
{
    [Fact]
    public void ItCompiles()
    {
        const string start = "```yaml\n";
        var reference = File.ReadAllText(Repository.Path("docs/experiments-yaml.md")).ReplaceLineEndings("\n");
        var from = reference.IndexOf(start, StringComparison.Ordinal) + start.Length;
        var result = Generation.Run(reference[from..reference.IndexOf("```", from, StringComparison.Ordinal)]);
        result.Reports();
        Assert.NotEmpty(result.GeneratedSources);
        Assert.Empty(result.Problems());
    }
}
