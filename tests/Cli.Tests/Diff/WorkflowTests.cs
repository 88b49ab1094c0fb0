using System.Text.RegularExpressions;
using Repro.Cli.Context;
using YamlDotNet.RepresentationModel;

namespace Repro.Cli.Tests.Diff;

/// <summary><c>.github/workflows/review.yml</c> uses <c>repro diff</c> rightly, and a pull request has no power over it.</summary>
public sealed partial class WorkflowTests : IDisposable
{
    private readonly CliFixture cli = new();

    private static string Root { get; } = RepositoryRoot.Find(AppContext.BaseDirectory);

    public void Dispose() => cli.Dispose();

    [Fact]
    public void ItsCommandIsUnderstood()
    {
        var script = Assert.Single(Scripts("diff"), script => script.Contains("--project", StringComparison.Ordinal));
        var lines = script.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n');
        var line = Assert.Single(lines, line => line.StartsWith("dotnet run ", StringComparison.Ordinal));
        var project = Project().Match(line).Groups[1].Value;
        Assert.True(Directory.Exists(Path.Combine(Root, project)), project);

        // Outside a repository the command fails for that reason, and not for one of its arguments.
        var words = Command().Match(line).Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] arguments = [.. words.Select(word => word.Trim('"'))];
        var result = cli.Run([.. arguments.Select(word => word.Replace("review/", cli.Join("review") + "/", StringComparison.Ordinal))]);
        Assert.Equal(1, result.Code);
        Assert.Contains("there are no revisions to compare", result.Error, StringComparison.Ordinal);
        Assert.Equal("diff", arguments[0]);
        Assert.Contains("--repository", arguments);
    }

    [Fact]
    public void ItLooksAtTheSnapshotsOfThisRepository()
    {
        var paths = (YamlSequenceNode)Review()["on"]["pull_request_target"]["paths"];
        var folders = paths.Children.Select(path => ((YamlScalarNode)path).Value!).Where(
            path => path.EndsWith("Snapshots/**", StringComparison.Ordinal));
        Assert.True(Directory.Exists(Path.Combine(Root, Assert.Single(folders)[..^3])));
    }

    // The workflow of pull_request is the pull request's own; that of pull_request_target is the base's.
    [Fact]
    public void TheBaseIsBuiltAndTheHeadIsOnlyFetched()
    {
        Assert.Equal(["pull_request_target"], ((YamlMappingNode)Review()["on"]).Children.Select(entry => entry.Key.ToString()));
        var checkout = Assert.Single(
            Steps("diff").Concat(Steps("comment")), step => Uses(step)?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true);
        Assert.Equal("${{ github.event.pull_request.base.sha }}", checkout["with"]["ref"].ToString());
        var lines = Scripts("diff").Concat(Scripts("comment")).SelectMany(script => script.Split('\n'));
        Assert.All(
            lines.Where(line => line.Contains("$HEAD", StringComparison.Ordinal)),
            line =>
                Assert.True(line.Contains(" fetch ", StringComparison.Ordinal) || line.Contains(
                    " diff \"$BASE...$HEAD\" ", StringComparison.Ordinal), line));
    }

    [Fact]
    public void TheJobThatReadsTheHeadCannotWrite()
    {
        Assert.Empty(((YamlMappingNode)Review()["permissions"]).Children);
        Assert.Equal(["contents: read"], Permissions("diff"));
        Assert.Equal(["pull-requests: write"], Permissions("comment"));
        Assert.DoesNotContain(Scripts("comment"), script => script.Contains("dotnet", StringComparison.Ordinal));
    }

    // Text of a pull request in a script would be run: it comes in by the environment.
    [Theory, MemberData(nameof(Workflows))]
    public void NoScriptHoldsTextOfAnEvent(string workflow) => Assert.All(
        AllSteps(workflow).Select(Script).OfType<string>(),
        script => Assert.DoesNotContain("${{ github.", script, StringComparison.Ordinal));

    // A tag can be moved to another commit.
    [Theory, MemberData(nameof(Workflows))]
    public void EveryActionIsPinnedToACommitWithItsVersionBesideIt(string workflow)
    {
        var lines = File.ReadLines(Path.Combine(Folder, workflow)).Where(line => line.Contains("uses:", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Matches("uses: [a-z/-]+@[0-9a-f]{40} # v[0-9.]+$", line));
    }

    [Theory, MemberData(nameof(Workflows))]
    public void NoCheckoutKeepsTheCredentials(string workflow) => Assert.All(
        AllSteps(workflow).Where(step => Uses(step)?.StartsWith("actions/checkout@", StringComparison.Ordinal) == true),
        step => Assert.Equal("false", step["with"]["persist-credentials"].ToString()));

    public static TheoryData<string> Workflows() => [.. Directory.GetFiles(Folder, "*.yml").Select(file => Path.GetFileName(file)!)];

    private static string Folder => Path.Combine(Root, ".github", "workflows");

    private static YamlNode Review() => Read("review.yml");

    private static YamlNode Read(string workflow)
    {
        using var reader = File.OpenText(Path.Combine(Folder, workflow));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return yaml.Documents[0].RootNode;
    }

    private static IEnumerable<YamlNode> AllSteps(string workflow) =>
        ((YamlMappingNode)Read(workflow)["jobs"]).Children.Values.SelectMany(job => (YamlSequenceNode)job["steps"]);

    private static IEnumerable<YamlNode> Steps(string job) => (YamlSequenceNode)Review()["jobs"][job]["steps"];

    private static IEnumerable<string> Permissions(string job) =>
        ((YamlMappingNode)Review()["jobs"][job]["permissions"]).Children.Select(entry => $"{entry.Key}: {entry.Value}");

    private static IEnumerable<string> Scripts(string job) => Steps(job).Select(Script).OfType<string>();

    private static string? Script(YamlNode step) => Value(step, "run");

    private static string? Uses(YamlNode step) => Value(step, "uses");

    private static string? Value(YamlNode step, string key) =>
        ((YamlMappingNode)step).Children.TryGetValue(key, out var value) ? value.ToString() : null;

    [GeneratedRegex("--project (\\S+)")]
    private static partial Regex Project();

    [GeneratedRegex(" -- (.*?) \\|\\|")]
    private static partial Regex Command();
}
