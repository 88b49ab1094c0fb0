using Repro.Runtime;
using Repro.Runtime.Runs;
using Repro.Runtime.Studies;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Cli.Tests.Commands;

/// <summary>The command of a study.</summary>
public sealed class StudyTests : IDisposable
{
    private readonly CliFixture cli = new();
    private readonly TinyStudy study;

    public StudyTests()
    {
        study = new TinyStudy(cli.Experiments);
        cli.Studies.Add(study);
    }

    public void Dispose() => cli.Dispose();

    [Fact]
    public void ItTrainsEachSeedOnceAndHandsOverTheResults()
    {
        var result = cli.Run("tiny-study", "--threads", "1");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal(["tiny-a 3", "tiny-a 9", "tiny-b 3", "tiny-b 9"], study.Results!.Runs.Select(run => $"{run.Experiment} {run.Seed}"));
        Assert.Equal(["pca-2 3", "pca-2 9"], study.Results.Baselines.Select(baseline => $"{baseline.Name} {baseline.Seed}"));
        Assert.True(File.Exists(cli.Join("artifacts", "tiny-a.seed-9", "run.json")));
        Assert.True(File.Exists(cli.Join("artifacts", "tiny-study", "summary.csv")));
        Assert.EndsWith("Wrote 'a page'.\n", result.Out, StringComparison.Ordinal);

        Assert.Equal(0, cli.Run("report", "tiny-a").Code);
        Assert.Contains(
            "\"file\": \"artifacts/tiny-study/results.json\"", File.ReadAllText(cli.Join("artifacts", "report", "report.json")),
            StringComparison.Ordinal);

        var first = study.Results.ToJson();
        var again = cli.Run("tiny-study");
        Assert.Contains("\ntiny-a.seed-9 is up to date: ", again.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("  epoch ", again.Out, StringComparison.Ordinal);
        Assert.Equal(first, study.Results.ToJson());
    }

    [Fact]
    public void FewerSeedsAreTheFirstAndWriteNothingButTheTables()
    {
        var result = cli.Run("tiny-study", "--seeds", "1");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Null(study.Results);
        Assert.EndsWith(
            $"The tables are in '{cli.Join("artifacts", "tiny-study.seeds-1")}'.\n" +
            "Nothing else was written: what 'tiny-study' makes of the results is of all its 2 seeds. For that: repro tiny-study\n",
            result.Out,
            StringComparison.Ordinal);
        Assert.Contains(
            ",3,4,", File.ReadAllText(cli.Join("artifacts", "tiny-study.seeds-1", "measurements.csv")), StringComparison.Ordinal);
        Assert.DoesNotContain(
            ",9,4,", File.ReadAllText(cli.Join("artifacts", "tiny-study.seeds-1", "measurements.csv")), StringComparison.Ordinal);
        Assert.False(Directory.Exists(cli.Join("artifacts", "tiny-study")));
        Assert.Equal(0, cli.Run("tiny-study", "--seeds", "2").Code);
        Assert.Equal([3L, 9L, 3L, 9L], study.Results!.Runs.Select(run => run.Seed));
    }

    [Fact]
    public void AStoppedRunGoesOnUnlessItIsToStartOver()
    {
        foreach (var (option, goesOn) in ((string[], bool)[])[([], true), (["--fresh"], false)])
        {
            cli.Experiments[0] = new Experiment(cli.Experiments[0].Settings, () => new TinyRun
            {
                AtStep = (step, _, loss) =>
                {
                    if (step == 3)
                    {
                        cli.Stop.Cancel();
                    }

                    return loss;
                },
            });
            study.UsedExperiments = [.. cli.Experiments];
            Assert.Equal(130, cli.Run("tiny-study").Code);
            cli.Resume(0);
            study.UsedExperiments = [.. cli.Experiments];
            Assert.Equal(goesOn, cli.Run(["tiny-study", .. option]).Out.Contains("tiny-a goes on ", StringComparison.Ordinal));
            Directory.Delete(cli.Join("artifacts"), recursive: true);
        }
    }

    [Fact]
    public void ARunOfAnotherProcessIsWaitedForIfWanted()
    {
        var folder = RunFolder.Of(cli.Root, cli.Experiments[0].Settings, cli.Experiments[0].Settings);
        using var other = RunLock.TryTake(folder, new FixedClock());
        Assert.StartsWith("repro: tiny-a is being run already, by process ", cli.Run("tiny-study").Error, StringComparison.Ordinal);
        cli.Stop.CancelAfter(300);
        var waits = cli.Run("tiny-study", "--wait");
        Assert.Equal(130, waits.Code);
        Assert.Contains("tiny-a waits for process ", waits.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void ARunThatIsNotAsLockedStopsIt()
    {
        cli.Run("run", "tiny-a", "tiny-b");
        cli.Run("accept", "tiny-a", "tiny-b");
        cli.Experiments[1] = Tiny.Create(cli.Experiments[1].Settings with { SpecHash = Samples.HashB });
        study.UsedExperiments = cli.Experiments;
        var result = cli.Run("tiny-study");
        Assert.Equal(1, result.Code);
        Assert.StartsWith("tiny-b differs from its snapshot ", result.Error, StringComparison.Ordinal);
        Assert.Null(study.Results);
    }

    [Fact]
    public void AReproductionSaysWhetherTheCommittedPageIsOfItsWeights()
    {
        study.UsedPage = "page.md";
        Assert.EndsWith(
            "\n'page.md' has no 'results.json', the numbers that it is made of. Renew it with: repro tiny-study\n",
            cli.Run("reproduce").Out, StringComparison.Ordinal);

        cli.Run("tiny-study");
        File.WriteAllText(cli.Join("results.json"), study.Results!.ToJson());
        Assert.EndsWith(
            "\n'page.md' is of other weights of tiny-a, tiny-b. Renew it with: repro tiny-study\n", OfSeed(5), StringComparison.Ordinal);
        Assert.EndsWith("\n'page.md' is of these weights.\n", OfSeed(9), StringComparison.Ordinal);

        File.WriteAllText(cli.Join("results.json"), "{");
        Assert.Contains("\n'page.md' cannot be compared: ", cli.Run("report").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tiny-a", "The experiment 'tiny-a' cannot be called like the study 'tiny-a': the results of both would go to "
        + "artifacts/tiny-a. Rename it in experiments.yaml.")]
    [InlineData("TINY-b", "The experiment 'tiny-b' cannot be called like the study 'TINY-b': the results of both would go to "
        + "artifacts/TINY-b. Rename it in experiments.yaml.")]
    [InlineData("report", "A study cannot be called 'report': 'repro report' is there already. Give its class another Name.")]
    [InlineData("Run", "A study cannot be called 'Run': 'repro run' is there already. Give its class another Name.")]
    [InlineData("tiny-study", "A study cannot be called 'tiny-study': 'repro tiny-study' is there already. Give its class another Name.")]
    public void AStudyCannotShareItsFolderOrItsCommand(string name, string message)
    {
        cli.Studies.Add(new TinyStudy(cli.Experiments, name));
        Assert.Equal(new CliResult(2, "", $"repro: {message}\n"), cli.Run("list"));
    }

    /// <summary>What a reproduction prints when the experiments have another seed.</summary>
    private string OfSeed(long seed)
    {
        for (var i = 0; i < cli.Experiments.Count; i++)
        {
            cli.Experiments[i] = Tiny.Create(cli.Experiments[i].Settings with { Seed = seed });
        }

        return cli.Run("reproduce", "--force").Out;
    }

    private sealed class TinyStudy(IReadOnlyList<Experiment> experiments, string name = "tiny-study") : Study
    {
        public StudyResults? Results { get; private set; }

        public override string Name => name;

        public override string Description => "Measure tiny experiments.";

        public override IReadOnlyList<Experiment> Experiments => UsedExperiments;

        public IReadOnlyList<Experiment> UsedExperiments { get; set; } = experiments;

        public override IReadOnlyList<long> Seeds => [3, 9];

        public override int BaselineComponents => 2;

        public string? UsedPage { get; set; }

        public override string? CommittedPage => UsedPage;

        public override string? CommittedResults => UsedPage is null ? null : "results.json";

        public override IReadOnlyList<string> Write(StudyContext context, StudyResults results)
        {
            Results = results;
            return ["a page"];
        }
    }
}
