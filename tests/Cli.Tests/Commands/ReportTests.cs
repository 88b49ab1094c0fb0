using System.Text.Json;

namespace Repro.Cli.Tests.Commands;

/// <summary>The command <c>report</c>, and the report at the end of <c>reproduce</c>.</summary>
public sealed class ReportTests : IDisposable
{
    private readonly CliFixture cli = new();

    private string Page => cli.Join("artifacts", "report", "index.html");

    public void Dispose() => cli.Dispose();

    [Fact]
    public void WithoutResultsThereIsNothingToReport()
    {
        Assert.Equal(
            (1, "", "repro: There is nothing to report: none of the experiments has a finished run or a lock of its specification. Make "
                + "a run with: repro run tiny-a\n"), Outcome("report"));
        Assert.Equal(
            (1, "", "repro: There is nothing to report: tiny-b has no finished run. Make a run with: repro run tiny-b\n"),
            Outcome("report", "tiny-b"));
        Assert.False(File.Exists(Page));
    }

    [Fact]
    public void ItSaysWhereItIsHowLargeItIsAndWhatItDoesNotHave()
    {
        cli.Run("run", "tiny-a");
        var (code, text, error) = Outcome("report");
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            [$"Report of 2 experiments: '{Page}' ({(new FileInfo(Page).Length + 999) / 1000} kB). Open it in a browser.", "It has no results of tiny-b: tiny-b has no finished run.", ""],
            text.Split('\n'));
        Assert.Equal([("tiny-a", "run"), ("tiny-b", "none")], Experiments());
        Assert.StartsWith("Report of 1 experiment: ", Outcome("report", "tiny-a").Out, StringComparison.Ordinal);
        Assert.Equal([("tiny-a", "run")], Experiments());
    }

    [Fact]
    public void OverriddenRunsAreUnderTheirExperiment()
    {
        cli.Run("run", "tiny-a");
        cli.Run("run", "tiny-a", "--epochs", "2");
        cli.Run("run", "tiny-b", "--seed", "9");
        Directory.CreateDirectory(cli.Join("artifacts", "tiny-b.epochs-7", "captures"));
        var text = Outcome("report").Out;
        Assert.StartsWith(
            "An overridden run is not shown: tiny-b.epochs-7 has no finished run.\nReport of 2 experiments and 2 overridden runs: ", text,
            StringComparison.Ordinal);
        Assert.Equal([("tiny-a", "run"), ("tiny-a.epochs-2", "run"), ("tiny-b", "none"), ("tiny-b.seed-9", "run")], Experiments());
    }

    [Fact]
    public void MeasuringIsDoneOnceAndKept()
    {
        cli.Run("run", "tiny-a", "tiny-b");
        cli.Run("run", "tiny-a", "--seed", "9");
        Assert.Equal(0, cli.Run("report").Code);
        Assert.Equal(["none", "none", "none"], Seeds());
        var kept = cli.Join("artifacts", "report", "results.json");
        Assert.Equal(0, cli.Run("report", "tiny-a", "--measure").Code);
        Assert.Equal(["[3,9]", "[3,9]"], Seeds());
        var (first, written) = (File.ReadAllText(kept), File.GetLastWriteTimeUtc(kept));
        cli.Run("report", "tiny-a", "--measure");
        Assert.Equal((first, written), (File.ReadAllText(kept), File.GetLastWriteTimeUtc(kept)));
        cli.Run("report", "--measure");
        Assert.Equal(["[3,9]", "[3,9]", "[3]"], Seeds());
        // What changes is measured anew, and the rest stays.
        cli.Resume(0, settings => settings with { Seed = 4 });
        cli.Run("run", "tiny-a");
        cli.Run("report");
        Assert.Equal(["none", "[3,9]", "[3]"], Seeds());
        cli.Run("report", "tiny-a", "--measure");
        cli.Run("report");
        Assert.Equal(["[4,9]", "[4,9]", "[3]"], Seeds());
    }

    [Fact]
    public void AMisspelledNameIsMisuse() => Assert.Equal(
        (2, "", "repro: There is no experiment 'tiny-aa'. Did you mean 'tiny-a'? 'repro list' shows all of them.\n"),
        Outcome("report", "tiny-aa"));

    [Fact]
    public void ReproduceEndsWithTheReportOfAllExperiments()
    {
        var result = cli.Run("reproduce", "tiny-b");
        Assert.Equal(0, result.Code);
        Assert.Contains($"\nReport of 2 experiments: '{Page}' (", result.Out, StringComparison.Ordinal);
        Assert.Equal([("tiny-a", "none"), ("tiny-b", "run")], Experiments());
    }

    [Fact]
    public void WhatIsLockedIsShownWithoutItsImages()
    {
        cli.Run("reproduce");
        cli.Run("accept", "tiny-a", "tiny-b");
        Directory.Delete(cli.Join("artifacts"), recursive: true);
        Directory.Delete(cli.Join("data"), recursive: true);
        Assert.Equal(0, cli.Run("report").Code);
        Assert.Equal([("tiny-a", "lock"), ("tiny-b", "lock")], Experiments());
    }

    [Fact]
    public void OnATerminalABarComesAndGoes()
    {
        cli.Run("run", "tiny-a");
        var result = cli.RunOnTerminal("report", "tiny-a");
        Assert.Equal(0, result.Code);
        Assert.Contains("\u001b[2K", result.Out, StringComparison.Ordinal);
        Assert.Contains("reading results", result.Out, StringComparison.Ordinal);
    }

    private (int Code, string Out, string Error) Outcome(params string[] args)
    {
        var result = cli.Run(args);
        return (result.Code, result.Out, result.Error);
    }

    private (string?, string?)[] Experiments() =>
        [.. Written().Select(experiment => (experiment.GetProperty("name").GetString(), experiment.GetProperty("source").GetString()))];

    /// <summary>The seeds that the metrics of each experiment are over.</summary>
    private string[] Seeds() =>
    [
        .. Written().Select(experiment => experiment.GetProperty("metrics") is { ValueKind: not JsonValueKind.Null } metrics ? JsonSerializer.Serialize(metrics.GetProperty("seeds")) : "none"),
    ];

    private JsonElement.ArrayEnumerator Written() =>
        JsonDocument.Parse(
            File.ReadAllText(cli.Join("artifacts", "report", "report.json"))).RootElement.GetProperty("experiments").EnumerateArray();
}
