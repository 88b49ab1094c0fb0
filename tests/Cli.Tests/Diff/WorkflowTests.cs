using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Repro.Cli.Tests.Diff;

/// <summary><c>.github/workflows/review.yml</c> asks <c>repro diff</c> for what it can do.</summary>
public sealed partial class WorkflowTests : IDisposable
{
    private readonly CliFixture cli = new();

    private static string Root { get; } = RepositoryRoot.Find(AppContext.BaseDirectory);

    public void Dispose() => cli.Dispose();

    [Fact]
    public void ItsCommandIsUnderstood()
    {
        var script = Assert.Single(Scripts(), script => script.Contains("--project", StringComparison.Ordinal));
        var line = Assert.Single(script.Split('\n'), line => line.StartsWith("dotnet run ", StringComparison.Ordinal));
        var project = Project().Match(line).Groups[1].Value;
        Assert.True(Directory.Exists(Path.Combine(Root, project)), project);

        // Outside a repository the command fails for that reason, and not for one of its arguments.
        string[] arguments = [.. Command().Match(line).Groups[1].Value.Split(' ').Select(word => word.Trim('"'))];
        var result = cli.Run([.. arguments.Select(word => word.Replace("review/", cli.Join("review") + "/", StringComparison.Ordinal))]);
        Assert.Equal(1, result.Code);
        Assert.Contains("there are no revisions to compare", result.Error, StringComparison.Ordinal);
        Assert.Equal("diff", arguments[0]);
        Assert.Contains("--repository", arguments);
    }

    [Fact]
    public void ItLooksAtTheSnapshotsOfThisRepository()
    {
        var paths = (YamlSequenceNode)Read()["on"]["pull_request"]["paths"];
        var folders = paths.Children.Select(path => ((YamlScalarNode)path).Value!).Where(path => path.EndsWith("Snapshots/**", StringComparison.Ordinal));
        Assert.True(Directory.Exists(Path.Combine(Root, Assert.Single(folders)[..^3])));
    }

    [Fact]
    public void ItMayReadAndCommentAndNoMore() => Assert.Equal(
        ["contents: read", "pull-requests: write"],
        ((YamlMappingNode)Read()["permissions"]).Children.Select(entry => $"{entry.Key}: {entry.Value}"));

    // Text of a pull request in a script would be run: it comes in by the environment.
    [Fact]
    public void NoScriptHoldsAnExpression() => Assert.All(Scripts(), script => Assert.DoesNotContain("${{", script, StringComparison.Ordinal));

    [Fact]
    public void TheCommentIsWrittenOnlyWhereTheTokenMayWrite()
    {
        var comment = Assert.Single(Steps(), step => Script(step)?.Contains("gh api", StringComparison.Ordinal) == true);
        Assert.Equal("github.event.pull_request.head.repo.full_name == github.repository", comment["if"].ToString());
    }

    private static YamlNode Read()
    {
        using var reader = File.OpenText(Path.Combine(Root, ".github", "workflows", "review.yml"));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return yaml.Documents[0].RootNode;
    }

    private static IEnumerable<YamlNode> Steps() => (YamlSequenceNode)Read()["jobs"]["diff"]["steps"];

    private static IEnumerable<string> Scripts() => Steps().Select(Script).OfType<string>();

    private static string? Script(YamlNode step) => ((YamlMappingNode)step).Children.TryGetValue("run", out var script) ? script.ToString() : null;

    [GeneratedRegex("--project (\\S+)")]
    private static partial Regex Project();

    [GeneratedRegex(" -- (.*?) \\|\\|")]
    private static partial Regex Command();
}
