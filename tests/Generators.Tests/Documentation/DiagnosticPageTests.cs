using System.Text.RegularExpressions;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Tests.Documentation;

/// <summary>Each diagnostic has a page. The page's example gives the diagnostic at the place that the page names.</summary>
public partial class DiagnosticPageTests
{
    public static readonly TheoryData<string> Ids = new(DiagnosticPages.All.Select(descriptor => descriptor.Id));

    [Fact]
    public void IdsAreUniqueAndPagesAreOfThem()
    {
        var pages = Directory.EnumerateFiles(Repository.Path("docs/diagnostics")).Select(
            Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);
        Assert.Equal(DiagnosticPages.All.Select(descriptor => descriptor.Id), pages);
        Assert.Equal(DiagnosticPages.All.Length, DiagnosticPages.All.DistinctBy(descriptor => descriptor.Id).Count());
    }

    [Fact]
    public void TheReleaseTrackingListsEachInOrder()
    {
        var tracked = new[] { "Shipped", "Unshipped" }
            .SelectMany(kind => File.ReadLines(Repository.Path($"Generators/AnalyzerReleases.{kind}.md")))
            .Where(line => line.StartsWith("REPRO", StringComparison.Ordinal));
        Assert.Equal(
            DiagnosticPages.All.Select(
                descriptor => $"{descriptor.Id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}"), tracked);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void APageSaysWhatItsExampleGives(string id)
    {
        var descriptor = DiagnosticPages.All.Single(descriptor => descriptor.Id == id);
        var relative = $"docs/diagnostics/{id}.md";
        Assert.Equal(relative, Descriptors.WithPage(descriptor, "docs/diagnostics/").HelpLinkUri);
        var page = File.ReadAllText(Repository.Path(relative)).ReplaceLineEndings("\n");
        Assert.StartsWith($"# {id}: {descriptor.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## How to fix it\n", page, StringComparison.Ordinal);

        // An unreadable file has no text to show, and some mistakes are in the project.
        if (id is "REPRO020" or "REPRO051" or "REPRO052")
        {
            return;
        }

        var files = Example().Matches(page).Select(
            match => new YamlFile(match.Groups[1].Success ? match.Groups[1].Value : Generation.Path, match.Groups[2].Value));
        var messages = Generation.Run([.. files]).Diagnostics.Select(Reporting.Text).ToArray();
        Assert.Contains(messages, message => message.Contains($" {id}: ", StringComparison.Ordinal));
        Published.Is(relative, Output().Replace(page, _ => $"```text\n{string.Join("\n", messages)}\n```"));
    }

    [GeneratedRegex("(?:`([^`\n]+)`:\n\n)?```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("```text\n.*?```", RegexOptions.Singleline)]
    private static partial Regex Output();
}
