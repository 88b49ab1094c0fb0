using Repro.Experiments.Paper;
using Repro.Experiments.Tests.Locked;
using Repro.Runtime.Data;
using Repro.Runtime.Metrics;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Studies;

namespace Repro.Experiments.Tests.Paper;

/// <summary>
/// docs/paper.md is what the code makes of the committed results, images and snapshots, and the results are of the locked runs. After a
/// change of words, <c>REPRO_UPDATE=1 dotnet test -c Release tests/Experiments.Tests --filter PaperPage</c> writes it anew; after a change
/// of a snapshot or a metric, <c>repro paper</c> does.
/// </summary>
public sealed class PaperPageTests : IDisposable
{
    private const string Remedy = "Write the page anew: repro paper";

    private static readonly VaePaper Study = new();
    private static readonly StudyResults Results = StudyResults.Parse(Read(VaePaper.ResultsPath), VaePaper.ResultsPath);

    private readonly Dictionary<string, DataSet> data =
        Study.Experiments.ToDictionary(
            experiment => experiment.Name, experiment => ImageFolder.Load(Repository.Root, experiment.Settings.Data),
            StringComparer.Ordinal);

    public void Dispose()
    {
        foreach (var set in data.Values)
        {
            set.Dispose();
        }
    }

    [Fact]
    public void ThePageIsWhatTheResultsSay()
    {
        if (Environment.GetEnvironmentVariable("REPRO_UPDATE") == "1")
        {
            Study.WritePage(Context(), Results);
        }

        Assert.All(Study.Texts(Context(), Results), file => Assert.Equal(file.Text, Read(file.Path)));
    }

    [Fact]
    public void EveryMetricIsDefined()
    {
        var definitions = Read("docs/metrics.md");
        Assert.All(Metric.All, metric => Assert.Matches(
            $@"\n\| `{metric.Name}` \|.*\| {metric.Better switch { MetricGoal.Lower => "lower ", MetricGoal.Higher => "higher ", MetricGoal.One => "near 1 ", _ => "" }}\|\n", definitions));
        Assert.All(Metric.All, metric => Assert.Contains(
            $"\n| `{metric.Name}` | {metric.Unit}{(metric.Unit.Length == 0 ? "" : " ")}| ", definitions, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryPictureOfThePageIsThere()
    {
        var links = System.Text.RegularExpressions.Regex.Matches(Read(VaePaper.PagePath), @"\]\(([^)]+)\)").Select(
            match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(
            File.Exists(Path.Combine(Repository.Root, "docs", link)), $"The page links to '{link}', which is not there. {Remedy}"));
    }

    [Fact]
    public void TheResultsAreOfEveryExperimentAndSeedAsTheFileHasThem()
    {
        Assert.Equal(
            Study.Experiments.SelectMany(experiment => Study.Seeds.Select(
                seed => (experiment.Name, seed, experiment.Settings.SpecHash, data[experiment.Name].Hash))),
            Results.Runs.Select(run => (run.Experiment, run.Seed, run.Spec, run.Data)));
        Assert.All(Results.Runs, run => Assert.Equal(
            Study.Experiments.Single(
                experiment => experiment.Name == run.Experiment).Settings.Captures, run.Epochs.Select(epoch => epoch.Epoch)));
    }

    [Fact]
    public void TheResultsAreOfTheLockedRuns()
    {
        var snapshots = new SnapshotFolder(Repository.Snapshots);
        foreach (var experiment in Study.Experiments)
        {
            var locked = snapshots.TryRead(experiment.Name)!;
            var runs = Results.Runs.Where(run => run.Experiment == experiment.Name).ToList();
            Assert.True(
                runs.Any(run => run.Seed == locked.Header.Seed && run.Weights == locked.Weights && run.Spec == locked.Header.Spec && run.Data == locked.Header.Data),
                $"docs/paper.md is not of the locked run of {experiment.Name}. {Remedy}");
            Assert.All(runs, run => Assert.Equal(locked.Header.Engine, run.Engine));
        }
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n");

    private StudyContext Context() => new(Repository.Root, new SnapshotFolder(Repository.Snapshots), experiment => data[experiment.Name]);
}
