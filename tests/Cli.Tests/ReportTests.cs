using System.Text.Json;

namespace Repro.Cli.Tests;

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
            (1, "", "repro: There is nothing to report: none of the experiments has a finished run or a lock of its specification. Make a run with: repro run tiny-a\n"), Outcome("report"));
        Assert.Equal((1, "", "repro: There is nothing to report: tiny-b has no finished run. Make a run with: repro run tiny-b\n"), Outcome("report", "tiny-b"));
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
    public void AMisspelledNameIsMisuse() => Assert.Equal(
        (2, "", "repro: There is no experiment 'tiny-aa'. Did you mean 'tiny-a'? 'repro list' shows all of them.\n"), Outcome("report", "tiny-aa"));

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
    [
        .. JsonDocument.Parse(File.ReadAllText(cli.Join("artifacts", "report", "report.json"))).RootElement.GetProperty("experiments").EnumerateArray()
            .Select(experiment => (experiment.GetProperty("name").GetString(), experiment.GetProperty("source").GetString())),
    ];
}
