using Repro.Cli.Watch;
using Repro.Runtime.Captures;
using Repro.Runtime.Imaging;
using Repro.Runtime.Runs;
using Repro.Runtime.Tests.Fixtures;
using Spectre.Console;

namespace Repro.Cli.Tests.Watch;

/// <summary><c>repro watch</c>.</summary>
public sealed class WatchTests : IDisposable
{
    private readonly CliFixture cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public void AFinishedRunIsShownOnce()
    {
        cli.Run("run", "tiny-a");
        var result = cli.Run("watch", "tiny-a", "--once");
        Assert.Equal((0, ""), (result.Code, result.Error));
        var lines = result.Out.TrimEnd('\n').Split('\n');
        Assert.Equal("tiny-a  epoch 4/4  finished", lines[0].TrimEnd());
        Assert.Matches(@"^loss [\d.]+  squared_error [\d.]+  penalty [\d.]+\s*$", lines[1]);
        Assert.Contains(lines, line => line.Any(character => character is > '\u2800' and <= '\u28FF'));
        Assert.Equal($"samples after epoch 4: {cli.Join("artifacts", "tiny-a", "captures", "epoch-004-samples.png")}", lines[^1].TrimEnd());
        Assert.DoesNotContain('\u001b', result.Out);
        Assert.DoesNotContain('▀', result.Out);
    }

    [Fact]
    public void InAPipeThereIsALineForWhatIsNewAndTheEndOfTheRunEndsIt()
    {
        cli.Run("run", "tiny-a");
        var result = cli.Run("watch", cli.Join("artifacts", "tiny-a"));
        Assert.Equal((0, 1), (result.Code, result.Out.Count(character => character == '\n')));
        Assert.StartsWith("tiny-a  epoch 4/4  finished  loss ", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void OnATerminalAFinishedRunEndsAtOnce()
    {
        cli.Run("run", "tiny-a");
        var result = cli.RunOnTerminal("watch", "tiny-a");
        Assert.Equal(0, result.Code);
        Assert.Contains("tiny-a  epoch 4/4  finished", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnfinishedRunIsWatchedUntilItIsStopped()
    {
        cli.Run("run", "tiny-a");
        File.Delete(cli.Join("artifacts", "tiny-a", "run.json"));
        cli.Stop.Cancel();
        var result = cli.Run("watch", "tiny-a");
        Assert.Equal(130, result.Code);
        Assert.Matches(@"^tiny-a  epoch 4/4  written \d+ \w+ ago  no process runs it  loss ", result.Out);
    }

    [Fact]
    public void ARunOfAnotherProcessGoesOn()
    {
        var folder = RunFolder.At(cli.Join("artifacts", "tiny-a.epochs-9.seed-2"));
        RunWriter.Begin(folder).Write(Samples.Epochs(3));
        Assert.Matches(
            @"^tiny-a\.epochs-9\.seed-2  epoch 3/9  written \d+ \w+ ago  no process runs it *\n",
            cli.Run("watch", folder.Name, "--once").Out);
        using var other = RunLock.TryTake(folder, new FixedClock());
        Assert.Matches(@"^tiny-a\.epochs-9\.seed-2  epoch 3/9  written \d+ \w+ ago *\n", cli.Run("watch", folder.Name, "--once").Out);

        // While it starts over.
        File.Delete(folder.LossesPath);
        Assert.Matches(@"^tiny-a\.epochs-9\.seed-2  no epoch yet  written ", cli.Run("watch", folder.Name, "--once").Out);
    }

    [Fact]
    public void OfARunWithAnotherSeedTheEpochsAreKnown()
    {
        var folder = RunFolder.At(cli.Join("artifacts", "tiny-b.seed-2"));
        RunWriter.Begin(folder).Write(Samples.Epochs(2));
        Assert.StartsWith("tiny-b.seed-2  epoch 2/3  ", cli.Run("watch", folder.Name, "--once").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void ARunWithoutAnEpochSaysSo()
    {
        RunWriter.Begin(RunFolder.At(cli.Join("artifacts", "tiny-a")));
        Assert.StartsWith("tiny-a  no epoch yet  written ", cli.Run("watch", "tiny-a", "--once").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "repro: tiny-a has no run in '*'. Make one with: repro run tiny-a\n", "tiny-a")]
    [InlineData(
        2, "repro: There is no run 'tiny-b.seed-8': neither a folder, nor one in '*'. Did you mean 'tiny-b.seed-9'?\n", "tiny-b.seed-8")]
    public void WhatIsNotThereIsOneMessage(int code, string message, string name)
    {
        cli.Run("run", "tiny-b", "--seed", "9");
        var result = cli.Run("watch", name);
        Assert.Equal(
            (code, "", message), (result.Code, result.Out, result.Error.Replace(cli.Join("artifacts"), "*", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(80, 24, 1)]
    [InlineData(40, 24, 1)]
    [InlineData(40, 12, 1)]
    [InlineData(200, 60, 1)]
    [InlineData(60, 16, 0.5f)]
    [InlineData(60, 16, 1e-6f)]
    public void ItFitsTheTerminal(int width, int height, float scale)
    {
        var pixels = new byte[3 * 530 * 266];
        Array.Fill(pixels, (byte)200);
        var run = new RunProgress(
            "vae-70.epochs-1000", [.. Samples.Epochs(300).Select(epoch => epoch with { Loss = epoch.Loss * scale })], 1000,
            RunState.Running, DateTimeOffset.UnixEpoch, new Capture(10, "samples", new RgbImage(530, 266, pixels)));
        using var output = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = width;
        console.Write(WatchScreen.Draw(run, DateTimeOffset.UnixEpoch.AddMinutes(3), width, height, colours: true));
        var lines = output.ToString().TrimEnd('\n').Split('\n').Select(line => line.TrimEnd()).ToList();
        Assert.InRange(lines.Count, 8, height);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, width));
        Assert.Contains(lines, line => line.Contains("written 3 min ago", StringComparison.Ordinal));
        Assert.Contains(
            "samples after epoch 10", lines.Single(line => line.StartsWith("samples", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void APictureIsReducedToTheMeansOfItsPixels()
    {
        // Four by four: the left half black, the right half white; in two columns and two rows, one character high.
        var pixels = Enumerable.Range(0, 48).Select(i => (byte)(i % 12 < 6 ? 0 : 255)).ToArray();
        var picture = new RgbImage(4, 4, pixels);
        Assert.Equal(1, HalfBlocks.Lines(picture, 2));
        var segments = ((Spectre.Console.Rendering.IRenderable)HalfBlocks.Draw(picture, 2)).GetSegments(AnsiConsole.Console).Where(
            segment => segment.Text.Contains('▀')).ToList();
        Assert.Equal([Color.Black, Color.White], segments.Select(segment => segment.Style.Foreground));
        Assert.Equal([Color.Black, Color.White], segments.Select(segment => segment.Style.Background));
    }
}
