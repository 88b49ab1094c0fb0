using Repro.Runtime;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Cli.Tests.Commands;

/// <summary>The commands that train: run, reproduce, verify, accept.</summary>
public sealed class TrainingTests : IDisposable
{
    private readonly CliFixture cli = new();

    public void Dispose() => cli.Dispose();

    [Theory]
    [InlineData("artifacts")]
    [InlineData("artifacts", "tiny-a")]
    [InlineData("artifacts", "tiny-a", "captures")]
    public void AFileWhereAFolderIsNeededIsNamed(params string[] path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(cli.Join(path))!);
        File.WriteAllText(cli.Join(path), "mine");
        var result = cli.Run("run", "tiny-a");
        Assert.Equal(
            (1, $"repro: '{cli.Join(path)}' is a file, and the artifacts need a folder of that name. Move the file away.\n"),
            (result.Code, result.Error));
        Assert.Equal("mine", File.ReadAllText(cli.Join(path)));
        Assert.False(File.Exists(cli.Join("artifacts", "tiny-a.lock")));
    }

    [Fact]
    public void RunTrainsAndEndsWithATable()
    {
        var result = cli.Run("run", "tiny-a", "tiny-a");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.StartsWith(
            $"engine {EngineIdentity.Current}; {EngineIdentity.Machine}\ntiny-a  epoch 1/4  loss ", result.Out, StringComparison.Ordinal);
        Assert.Contains("tiny-a  epoch 4/4  loss ", result.Out, StringComparison.Ordinal);
        var row = Row(result, "tiny-a");
        var snapshot = SnapshotParser.Parse(File.ReadAllText(cli.Join("artifacts", "tiny-a", "snapshot.txt")), "x");
        var last = snapshot.Epochs[^1];
        Assert.Equal(
            ["tiny-a", FloatText.Decimal(last.Loss), $"squared_error {FloatText.Decimal(last.Terms[0].Value)}", snapshot.Weights![..16], "no", "not compared"],
            row[..6]);
        Assert.True(File.Exists(cli.Join("artifacts", "tiny-a", "run.json")));
    }

    [Fact]
    public void OnATerminalABarShowsTheProgressAndGoesAway()
    {
        var result = cli.RunOnTerminal("run", "tiny-a");
        Assert.Equal((0, ""), (result.Code, result.Error));
        var table = result.Out.IndexOf("final loss", StringComparison.Ordinal);
        Assert.Contains("\u001b[2K", result.Out[..table], StringComparison.Ordinal);
        Assert.Contains("tiny-a  epoch 4/4  loss ", result.Out[..table], StringComparison.Ordinal);
        Assert.Equal("not compared", Row(result, "tiny-a")[5]);
    }

    [Fact]
    public void AnOverriddenRunSaysSoAndLeavesTheLockedOneAlone()
    {
        cli.Run("run", "tiny-a");
        var locked = File.ReadAllText(cli.Join("artifacts", "tiny-a", "snapshot.txt"));
        var result = cli.Run("run", "tiny-a", "--epochs", "2", "--seed", "9");
        Assert.Equal(0, result.Code);
        Assert.Contains(
            "\ntiny-a runs 2 epochs with seed 9: this is not the locked run (4 epochs, seed 3). It is not compared; " +
            $"its results go to '{cli.Join("artifacts", "tiny-a.epochs-2.seed-9")}'.\n", result.Out, StringComparison.Ordinal);
        Assert.Equal(["no (overridden)", "not compared"], Row(result, "tiny-a.epochs-2.seed-9")[4..6]);
        Assert.Equal(locked, File.ReadAllText(cli.Join("artifacts", "tiny-a", "snapshot.txt")));
        Assert.True(File.Exists(cli.Join("artifacts", "tiny-a.epochs-2.seed-9", "run.json")));
    }

    [Fact]
    public void ReproduceTrainsEverythingAndComparesIt()
    {
        Lock();
        var result = cli.Run("reproduce", "--force", "--threads", "1");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal(["yes", "same"], Row(result, "tiny-a")[4..6]);
        Assert.Equal(["yes", "same"], Row(result, "tiny-b")[4..6]);
    }

    [Fact]
    public void ReproduceTrainsWhatIsStaleAndOnlyThat()
    {
        Lock();
        var (a, b) = (cli.Join("artifacts", "tiny-a"), cli.Join("artifacts", "tiny-b"));
        cli.Experiments[1] = Tiny.Create(cli.Experiments[1].Settings with { SpecHash = Samples.HashB });
        var result = cli.Run("reproduce");
        Assert.Contains(
            $"\ntiny-a is up to date: its run in '{a}' is of this specification, data and engine.\n", result.Out, StringComparison.Ordinal);
        Assert.Contains(
            $"\ntiny-b has changed since its run in '{b}': spec is now {Samples.HashB}, was {Samples.HashA}.\n", result.Out,
            StringComparison.Ordinal);
        Assert.Equal(["tiny-b"], Trained(result));
        Assert.Equal(["yes", "same"], Row(result, "tiny-a")[4..6]);

        Assert.Empty(Trained(cli.Run("reproduce")));
        Assert.Equal(["tiny-a"], Trained(cli.Run("reproduce", "tiny-a", "--force")));
        Directory.Delete(a, recursive: true);
        Assert.Empty(Trained(cli.Run("reproduce", "tiny-b")));
        Assert.Contains($"\ntiny-a has no finished run in '{a}'.\n", cli.Run("reproduce").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void ReproduceComparesWhatIsUpToDateToo()
    {
        Lock();
        Change();
        cli.Run("run", "tiny-b");
        var result = cli.Run("reproduce");
        Assert.Empty(Trained(result));
        Assert.Equal((1, "different"), (result.Code, Row(result, "tiny-b")[5]));
    }

    [Fact]
    public void ReproduceTrainsAgainAfterTheImagesChanged()
    {
        Lock();
        File.WriteAllBytes(cli.Join("data", "dots", "dot-2.png"), Tiny.Image(9).ToPng());
        var result = cli.Run("reproduce", "tiny-a");
        Assert.Contains("\ntiny-a has changed since its run in ", result.Out, StringComparison.Ordinal);
        Assert.Contains(": data is now ", result.Out, StringComparison.Ordinal);
        Assert.Equal(["tiny-a"], Trained(result));
    }

    [Fact]
    public void ADifferenceIsExitCode1AndCanBeAccepted()
    {
        Lock();
        Change();
        var result = cli.Run("reproduce", "--force");
        Assert.Equal(1, result.Code);
        Assert.Equal(["yes", "same"], Row(result, "tiny-a")[4..6]);
        Assert.Equal(["yes", "different"], Row(result, "tiny-b")[4..6]);
        Assert.StartsWith("tiny-b differs from its snapshot first at epoch 2: loss ", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("if the change is wanted: repro accept tiny-b\n", result.Error, StringComparison.Ordinal);

        var accepted = cli.Run("accept", "tiny-b");
        Assert.Equal(0, accepted.Code);
        Assert.StartsWith("Locked tiny-b: tiny-b differs from its snapshot first at epoch 2: ", accepted.Out, StringComparison.Ordinal);
        Assert.Equal(0, cli.Run("verify").Code);
        Assert.Equal("Locked tiny-b: nothing changed.\n", cli.Run("accept", "tiny-b").Out);
    }

    [Fact]
    public void VerifyComparesTheFirstEpochsAndLeavesWhatDiffers()
    {
        Lock();
        Assert.Equal(
            ["tiny-a: same as its snapshot (4 of 4 epochs)", "tiny-b: same as its snapshot (3 of 3 epochs)"],
            cli.Run("verify").Out.Split('\n').Where(line => line.Contains("same", StringComparison.Ordinal)));
        Change();
        var result = cli.Run("verify", "--full");
        Assert.Equal(1, result.Code);
        var received = cli.Join("Snapshots", "tiny-b.received.txt");
        Assert.Contains(
            $"See '{received}'; if the change is wanted: repro run tiny-b, then: repro accept tiny-b\n", result.Error,
            StringComparison.Ordinal);
        Assert.True(File.Exists(received));
        Assert.Equal(0, cli.Run("verify", "tiny-a").Code);
    }

    [Fact]
    public void VerifyNamesWhatHasNoCounterpart()
    {
        Lock();
        cli.Experiments[1] = Tiny.Create(cli.Experiments[1].Settings with { Name = "tiny-c" });
        var result = cli.Run("verify");
        Assert.Equal(1, result.Code);
        Assert.Contains("tiny-c has no snapshot.", result.Error, StringComparison.Ordinal);
        Assert.Contains("tiny-b.verified.txt' has no experiment in experiments.yaml.", result.Error, StringComparison.Ordinal);
        Assert.Contains("tiny-a: same", result.Out, StringComparison.Ordinal);
        Assert.Equal(1, cli.Run("verify", "tiny-c").Code);
    }

    [Fact]
    public void VerifyNoticesAPictureThatIsNotTheLockedOne()
    {
        Lock();
        var picture = new SnapshotFolder(cli.Join("Snapshots")).VerifiedPicturePath("tiny-b", "epoch-003-samples");
        File.Delete(picture);
        var result = cli.Run("verify");
        Assert.Equal(1, result.Code);
        Assert.StartsWith($"The picture '{picture}' of tiny-b's snapshot cannot be read: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("tiny-b: same", result.Out, StringComparison.Ordinal);
        Assert.Equal(0, cli.Run("verify", "tiny-a").Code);
    }

    [Fact]
    public void AcceptNeverTrains()
    {
        var result = cli.Run("accept", "tiny-a");
        Assert.Equal(
            (1, "", $"repro: tiny-a has no finished run in '{cli.Join("artifacts", "tiny-a")}'. Make a run with: repro run tiny-a\n"),
            (result.Code, result.Out, result.Error));
    }

    [Fact]
    public void AcceptTakesAllOrNone()
    {
        cli.Run("run", "tiny-a");
        Assert.Equal(1, cli.Run("accept", "tiny-a", "tiny-b").Code);
        Assert.False(Directory.Exists(cli.Join("Snapshots")));
    }

    [Fact]
    public void ABrokenImageStopsEverythingBeforeAnythingTrains()
    {
        cli.Experiments[1] = Tiny.Create(cli.Experiments[1].Settings with { Data = Tiny.Settings.Data with { Take = 7 } });
        File.WriteAllText(cli.Join("data", "dots", "dot-6.png"), "broken");
        var result = cli.Run("reproduce");
        Assert.Equal((1, ""), (result.Code, result.Out));
        Assert.StartsWith(
            "repro: data set 'dots': 'data/dots/dot-6.png' is not a readable image: ", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        Assert.False(Directory.Exists(cli.Join("artifacts")));
    }

    [Fact]
    public void ADamagedSnapshotStopsEverythingBeforeAnythingTrains()
    {
        Lock();
        File.WriteAllText(cli.Join("Snapshots", "tiny-b.verified.txt"), "damaged");
        Directory.Delete(cli.Join("artifacts"), recursive: true);
        var result = cli.Run("reproduce");
        Assert.Equal((1, ""), (result.Code, result.Out));
        Assert.Contains("tiny-b.verified.txt(1): ", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(cli.Join("artifacts")));
    }

    [Fact]
    public void StoppingKeepsWhatIsFinishedAndIsExitCode130()
    {
        cli.Experiments[1] = new Experiment(cli.Experiments[1].Settings, () => new TinyRun
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
        var result = cli.Run("reproduce");
        Assert.Equal(130, result.Code);
        Assert.Equal(
            "Stopped: tiny-b after epoch 1 of 3. Its state after step 1 of epoch 2 is kept; go on with: repro run tiny-b\n", result.Error);
        Assert.Equal("not compared", Row(result, "tiny-a")[5]);
        Assert.True(File.Exists(cli.Join("artifacts", "tiny-a", "run.json")));
        Assert.False(File.Exists(cli.Join("artifacts", "tiny-b", "run.json")));
        Assert.Equal(2, File.ReadAllLines(cli.Join("artifacts", "tiny-b", "losses.csv")).Length);
    }

    [Fact]
    public void ADivergingRunIsOneMessage()
    {
        cli.Experiments[0] = new Experiment(
            cli.Experiments[0].Settings, () => new TinyRun { AtStep = (_, _, loss) => loss with { Total = loss.Total * float.NaN } });
        var result = cli.Run("run", "tiny-a");
        Assert.Equal(1, result.Code);
        Assert.DoesNotContain("epoch", result.Out, StringComparison.Ordinal);
        Assert.StartsWith("repro: tiny-a stopped at epoch 1, step 1: loss is not a number.", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void ListSaysWhatIsLocked()
    {
        Lock();
        cli.Experiments[1] = Tiny.Create(cli.Experiments[1].Settings with { SpecHash = Samples.HashB });
        var result = cli.Run("list");
        Assert.Equal("yes", Row(result, "tiny-a")[^1]);
        Assert.Equal("yes, but experiments.yaml has changed since", Row(result, "tiny-b")[^1]);
    }

    private void Lock()
    {
        Assert.Equal(0, cli.Run("reproduce").Code);
        Assert.Equal(0, cli.Run("accept", "tiny-a", "tiny-b").Code);
    }

    private void Change() => cli.Experiments[1] = new Experiment(cli.Experiments[1].Settings, () => new TinyRun
    {
        AtStep = (step, _, loss) => step < 3 ? loss : loss with { Total = loss.Total * 2f },
    });

    private static IEnumerable<string> Trained(CliResult result) =>
        result.Out.Split('\n').Where(line => line.Contains("  epoch 1/", StringComparison.Ordinal)).Select(line => line.Split(' ')[0]);

    private static string[] Row(CliResult result, string name) =>
        CliAppTests.Cells(
            result.Out.Split('\n').First(line => line.StartsWith('│') && line.Contains($" {name} ", StringComparison.Ordinal)));
}
