using System.Text.Json;
using Repro.Runtime;
using Repro.Runtime.Imaging;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Tests.Fixtures;
using static System.FormattableString;

namespace Repro.Cli.Tests.Diff;

/// <summary><c>repro diff</c> of runs and snapshots.</summary>
public sealed class DiffTests : IDisposable
{
    private readonly CliFixture cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public void ARunLikeItsSnapshotIsTheSameBits()
    {
        Lock();
        var result = cli.Run("diff", "tiny-b");
        Assert.Equal(
            (0, $"tiny-b: same bits\nbefore: the snapshots\nafter:  {cli.Join("artifacts", "tiny-b")}\n", ""), (
                result.Code, result.Out, result.Error));
        Assert.StartsWith("same bits: all 2 experiments\n", cli.Run("diff").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void ADifferentRunIsShownToItsWeights()
    {
        Lock();
        Change();
        var result = cli.Run("diff", "tiny-b");
        Assert.Equal((1, ""), (result.Code, result.Error));
        Assert.StartsWith("tiny-b: different from epoch 2\nbefore: the snapshots\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("\n  first at epoch 2: loss ", result.Out, StringComparison.Ordinal);
        Assert.Contains("\n  loss     epoch  before ", result.Out, StringComparison.Ordinal);
        Assert.Contains("\n  first    2 ", result.Out, StringComparison.Ordinal);
        Assert.Matches(@"\n  loss before  [▁-█]{3}\n  loss after   [▁-█]{3}\n", result.Out);
        Assert.Matches(
            @"\n  picture of epoch 3, samples: [\d,]+ of [\d,]+ pixels \([\d.]+ %\), largest change of 255: red \d+, green \d+, blue \d+\n",
            result.Out);
        Assert.Contains("\n  final weights: different\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("--pictures FOLDER", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Out);
    }

    [Fact]
    public void TwoRunsAreComparedWithTheirWeights()
    {
        cli.Run("run", "tiny-a");
        cli.Run("run", "tiny-a", "--seed", "9");
        var result = cli.Run("diff", "tiny-a", cli.Join("artifacts", "tiny-a.seed-9"));
        Assert.Equal(1, result.Code);
        Assert.StartsWith("tiny-a: different from epoch 1; changed: seed\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("\n  seed is 9, was 3\n", result.Out, StringComparison.Ordinal);
        Assert.Matches(@"\n  final weights: \d+ tensors differ\n    \S+: \d+ of \d+ values, by at most [\d.]+\n", result.Out);
    }

    [Fact]
    public void ALongerRunIsDifferentButTheSameAsFarAsTheOtherGoes()
    {
        cli.Run("run", "tiny-a");
        cli.Run("run", "tiny-a", "--epochs", "2");
        var result = cli.Run("diff", "tiny-a.epochs-2", "tiny-a");
        Assert.Equal(1, result.Code);
        Assert.StartsWith(
            "tiny-a: different: 4 epochs, were 2; the first 2 are the same; changed: epochs\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void RunsOfTwoExperimentsHaveBothNames()
    {
        cli.Run("run", "tiny-a", "tiny-b");
        Assert.StartsWith("tiny-a → tiny-b: different", cli.Run("diff", "tiny-a", "tiny-b").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void WhereABatchHoldsEveryImageTheStepIsKnown()
    {
        cli.Experiments[1] = Tiny.Create(cli.Experiments[1].Settings with { BatchSize = 6 });
        Lock();
        Change(step: 2);
        Assert.Equal(2, Json("diff", "tiny-b", "--format", "json").GetProperty("experiments")[0].GetProperty("firstStep").GetInt32());
    }

    [Fact]
    public void PicturesAreWrittenAndLinked()
    {
        Lock();
        Change();
        var result = cli.Run(
            "diff", "tiny-b", "--format", "markdown", "--output", cli.Join("review.md"), "--pictures", cli.Join("my pictures"));
        Assert.Equal((1, "tiny-b: different from epoch 2\n", ""), (result.Code, result.Out, result.Error));
        Assert.Equal(9, Directory.GetFiles(cli.Join("my pictures"), "*.png").Length);
        Assert.Contains(
            "![before](my%20pictures/tiny-b-epoch-003-samples.before.png)", File.ReadAllText(cli.Join("review.md")),
            StringComparison.Ordinal);

        var (before, after) = (Load("before"), Load("after"));
        var difference = PixelDifference.Between(before, after);
        Assert.Equal(difference.Amplified(before, after).Hash, Load("difference").Hash);
        Assert.Equal(255, Load("difference").Pixels.ToArray().Max());
        Assert.Contains(
            cli.Join("my pictures", "tiny-b-epoch-003-samples.difference.png"),
            cli.Run("diff", "tiny-b", "--pictures", cli.Join("my pictures")).Out, StringComparison.Ordinal);

        RgbImage Load(string what) => PictureFile.Read(cli.Join("my pictures", $"tiny-b-epoch-003-samples.{what}.png"));
    }

    [Fact]
    public void CurvesAreWrittenAndShown()
    {
        Lock();
        Change();
        string[] command = ["diff", "tiny-b", "--pictures", cli.Join("my pictures")];
        var text = cli.Run(command).Out;
        Assert.Equal(
            [cli.Join("my pictures", "tiny-b-loss.svg"), cli.Join("my pictures", "tiny-b-penalty.svg"), cli.Join(
                "my pictures", "tiny-b-squared_error.svg")],
            Directory.GetFiles(cli.Join("my pictures"), "*.svg").Order(StringComparer.Ordinal));
        Assert.Contains(
            $"\n  curve of loss: {cli.Join("my pictures", "tiny-b-loss.svg")}\n  curve of squared_error: ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("--pictures FOLDER", text, StringComparison.Ordinal);

        var svg = File.ReadAllText(cli.Join("my pictures", "tiny-b-loss.svg"));
        var (before, after) = (
            Losses(cli.Join("Snapshots", "tiny-b.verified.txt")), Losses(cli.Join("artifacts", "tiny-b", "snapshot.txt")));
        Assert.NotEqual(before, after);
        Assert.Contains("<title id=\"t\">tiny-b: loss</title>", svg, StringComparison.Ordinal);
        Assert.Contains(
            Invariant($"before: {before[0]:G6} at epoch 1, {before[2]:G6} at epoch 3. ")
            + Invariant($"after: {after[0]:G6} at epoch 1, {after[2]:G6} at epoch 3."),
            svg,
            StringComparison.Ordinal);

        Assert.Equal(1, cli.Run([.. command, "--format", "markdown", "--output", cli.Join("review", "review.md")]).Code);
        Assert.Contains(
            "\n![loss before and after](../my%20pictures/tiny-b-loss.svg)\n", File.ReadAllText(cli.Join("review", "review.md")),
            StringComparison.Ordinal);
        Assert.Equal(svg, File.ReadAllText(cli.Join("my pictures", "tiny-b-loss.svg")));
        var posted = cli.Run([.. command, "--format", "markdown", "--repository", "https://example.org/me/it"]).Out;
        Assert.DoesNotContain(".svg", posted, StringComparison.Ordinal);
        Assert.Matches(@"\nloss before  [▁-█]{3}\n", posted);
        var curves = Json([.. command, "--format", "json"]).GetProperty("experiments")[0].GetProperty("curves");
        Assert.Equal(
            ["loss", "squared_error", "penalty"],
            curves.EnumerateArray().Where(curve => File.Exists(curve.GetProperty("file").GetString())).Select(
                curve => curve.GetProperty("name").GetString()));

        static float[] Losses(string snapshot) =>
            [.. SnapshotParser.Parse(File.ReadAllText(snapshot), snapshot).Epochs.Select(epoch => epoch.Loss)];
    }

    [Fact]
    public void MarkdownBeginsWithTheVerdictThenATableThenFoldedDetails()
    {
        Lock();
        Change();
        var lines = cli.Run("diff", "--format", "markdown").Out.Split('\n');
        Assert.Equal("**different: 1 of 2 experiments differs (tiny-b), 1 of 2 the same bits**", lines[0]);
        Assert.StartsWith("| experiment | verdict |", lines[4], StringComparison.Ordinal);
        Assert.StartsWith("| tiny-b | different from epoch 2 | epoch 2 | ", lines[6], StringComparison.Ordinal);
        Assert.Equal("<details><summary>tiny-b: different from epoch 2</summary>", lines[8]);
        Assert.Equal(
            lines.Count(line => line.StartsWith("<details>", StringComparison.Ordinal)), lines.Count(line => line == "</details>"));
    }

    [Fact]
    public void JsonHoldsEveryNumberThatDiffers()
    {
        Lock();
        Change();
        var json = Json("diff", "--format", "json");
        Assert.Equal((1, "different"), (json.GetProperty("format").GetInt32(), json.GetProperty("verdict").GetString()));
        var (a, b) = (json.GetProperty("experiments")[0], json.GetProperty("experiments")[1]);
        Assert.Equal(
            ("tiny-a", "same bits", 0),
            (a.GetProperty("name").GetString(), a.GetProperty("verdict").GetString(), a.GetProperty("epochs").GetArrayLength()));
        Assert.Equal(
            ("tiny-b", 2, 3),
            (b.GetProperty("name").GetString(), b.GetProperty("firstEpoch").GetInt32(), b.GetProperty("pictures").GetArrayLength()));
        var value = b.GetProperty("epochs")[0].GetProperty("values")[0];
        Assert.Equal(
            (value.GetProperty("after").GetDouble() - value.GetProperty("before").GetDouble(), "loss"),
            (value.GetProperty("absolute").GetDouble(), value.GetProperty("name").GetString()));
        Assert.False(b.GetProperty("sameWeights").GetBoolean());
    }

    [Theory]
    [InlineData(
        2, "repro: There is no run 'tiny-c': neither a folder, nor one in '*', nor two revisions A..B. Did you mean 'tiny-a'?\n", "tiny-c")]
    [InlineData(2, "repro: --format is 'html', and must be text, markdown or json.\n", "tiny-a", "--format", "html")]
    [InlineData(2, "repro: --to needs --from: the revision to start from.\n", "--to", "HEAD")]
    [InlineData(1, "repro: tiny-b has no run in '*'. Make one with: repro run tiny-b\n", "tiny-b")]
    [InlineData(1, "repro: tiny-a has no snapshot to compare its run with. Lock it with: repro accept tiny-a\n", "tiny-a")]
    [InlineData(1, "repro: No locked experiment has a finished run in '*'. Make one with: repro run NAME\n")]
    [InlineData(2, "repro: repro diff compares two runs, or one with its snapshot. To compare the snapshots of several experiments: "
        + "--from REVISION NAME…\n", "a", "b", "c")]
    public void WhatCannotBeComparedIsOneMessage(int code, string message, params string[] arguments)
    {
        cli.Run("run", "tiny-a");
        var result = cli.Run(["diff", .. arguments]);
        Assert.Equal(
            (code, "", message), (result.Code, result.Out, result.Error.Replace(cli.Join("artifacts"), "*", StringComparison.Ordinal)));
    }

    [Fact]
    public void AnUnfinishedRunIsOneMessage()
    {
        cli.Run("run", "tiny-a");
        File.Delete(cli.Join("artifacts", "tiny-a", "run.json"));
        var result = cli.Run("diff", "tiny-a");
        Assert.Equal(
            (1, $"repro: '{cli.Join("artifacts", "tiny-a")}' holds no finished run. Make one with: repro run tiny-a\n"),
            (result.Code, result.Error));
    }

    private JsonElement Json(params string[] arguments) => JsonDocument.Parse(cli.Run(arguments).Out).RootElement;

    private void Lock()
    {
        Assert.Equal(0, cli.Run("reproduce").Code);
        Assert.Equal(0, cli.Run("accept", "tiny-a", "tiny-b").Code);
    }

    // Another loss from a step on: with batches of 4 of 6 images, step 3 is in epoch 2.
    private void Change(int step = 3)
    {
        cli.Experiments[1] = new Experiment(cli.Experiments[1].Settings, () => new TinyRun
        {
            AtStep = (now, _, loss) => now < step ? loss : loss with { Total = loss.Total * 2f },
        });
        cli.Run("run", "tiny-b");
    }
}
