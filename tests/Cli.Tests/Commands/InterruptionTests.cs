using Repro.Runtime;
using Repro.Runtime.Checkpoints;
using Repro.Runtime.Runs;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Cli.Tests.Commands;

/// <summary>What the commands do after a run was stopped, failed, or is going on in another process.</summary>
public sealed class InterruptionTests : IDisposable
{
    private readonly CliFixture cli = new();

    public void Dispose() => cli.Dispose();

    [Theory]
    [InlineData("run", "tiny-b")]
    [InlineData("reproduce", "tiny-b")]
    public void AStoppedRunGoesOnAndEndsAsIfItHadNotBeen(params string[] command)
    {
        var whole = Finish(command);
        StopAtStep(5);
        Assert.Equal(130, cli.Run([.. command, .. command[0] == "reproduce" ? ["--force"] : Array.Empty<string>()]).Code);
        cli.Resume(1);
        var result = cli.Run(command);
        Assert.Contains(
            $"tiny-b goes on after epoch 2 of 3, from '{PathOf(2, 0)}'; --fresh starts over.\ntiny-b  epoch 3/3", result.Out,
            StringComparison.Ordinal);
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal(whole, Results());
        Assert.False(Directory.Exists(cli.Join("artifacts", "tiny-b", "checkpoints")));
    }

    [Fact]
    public void AFreshRunStartsOver()
    {
        StopAtStep(5);
        cli.Run("run", "tiny-b");
        cli.Resume(1);
        var result = cli.Run("run", "tiny-b", "--fresh");
        Assert.Contains("tiny-b  epoch 1/3", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("goes on", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void AFinishedRunIsNotGoneOnWith()
    {
        Finish("run", "tiny-b");
        Assert.Contains("tiny-b  epoch 1/3", cli.Run("run", "tiny-b").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void ACheckpointOfAnotherSpecificationIsNotUsedAndSaidSo()
    {
        StopAtStep(5);
        cli.Run("run", "tiny-b");
        cli.Resume(1, settings => settings with { SpecHash = Samples.HashB });
        var result = cli.Run("run", "tiny-b");
        Assert.Equal(
            $"tiny-b: The checkpoints in '{cli.Join("artifacts", "tiny-b", "checkpoints")}' are not used: spec is now {Samples.HashB}, "
            + $"was {Samples.HashA}.\n" +
            "tiny-b starts over.\n",
            result.Error);
        Assert.Equal(0, result.Code);
        Assert.Contains("tiny-b  epoch 1/3", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void ADamagedCheckpointIsNamedAndTheOneBeforeIsUsed()
    {
        var whole = Finish("run", "tiny-b");
        cli.Resume(1, settings => settings with { Checkpoint = new() { Every = 1 } });
        StopAtStep(5);
        cli.Run("run", "tiny-b");
        cli.Resume(1);
        var damaged = Path.Combine(PathOf(2, 0), "state.json");
        File.WriteAllText(damaged, File.ReadAllText(damaged)[..^1]);
        var result = cli.Run("run", "tiny-b");
        Assert.StartsWith(
            $"tiny-b: The checkpoint '{PathOf(2, 0)}' is not used: 'state.json' is cut short: ", result.Error, StringComparison.Ordinal);
        Assert.Contains($"tiny-b goes on after epoch 1 of 3, from '{PathOf(1, 0)}'", result.Out, StringComparison.Ordinal);
        Assert.Equal(whole, Results());
    }

    [Fact]
    public void ADivergedRunNamesItsLastCheckpointAndLeavesTheSnapshotAlone()
    {
        Finish("run", "tiny-b");
        cli.Run("accept", "tiny-b");
        var locked = Snapshots();
        var settings = cli.Experiments[1].Settings with { Checkpoint = new() { Every = 1 } };
        cli.Experiments[1] = new Experiment(settings, () => new TinyRun
        {
            AtStep = (step, _, loss) => step < 6 ? loss : loss with { Total = loss.Total * float.NaN },
        });
        var result = cli.Run("run", "tiny-b");
        Assert.Equal(1, result.Code);
        Assert.Equal(
            "repro: tiny-b stopped at epoch 3, step 2: loss is not a number. Training diverged; a lower learning_rate in "
            + "experiments.yaml may help. " +
            $"The last checkpoint, after epoch 2, is '{PathOf(2, 0)}'.\n",
            result.Error);
        Assert.Equal(locked, Snapshots());
        Assert.False(File.Exists(cli.Join("artifacts", "tiny-b", "run.json")));
    }

    [Fact]
    public void ListSaysHowFarARunIs()
    {
        Finish("run", "tiny-a");
        StopAtStep(3);
        cli.Run("run", "tiny-b");
        Assert.Equal(["finished", "stopped at epoch 1 of 3"], Runs());
        cli.Resume(0, settings => settings with { SpecHash = Samples.HashB });
        using (RunLock.TryTake(Folder, new FixedClock()))
        {
            Assert.Equal(["finished, but experiments.yaml has changed since", $"running: {Me}"], Runs());
        }

        File.WriteAllText(cli.Join("artifacts", "tiny-a", "run.json"), "damaged");
        Assert.Equal(["damaged: repro check says where", "stopped at epoch 1 of 3"], Runs());

        string[] Runs() => [.. CliAppTests.Rows(cli.Run("list").Out).Select(row => row[^2])];
    }

    [Fact]
    public void AnExperimentIsRunByOneProcessAtATime()
    {
        using (RunLock.TryTake(Folder, new FixedClock()))
        {
            var refused = cli.Run("reproduce");
            Assert.Equal(
                (1, $"repro: tiny-b is being run already, by {Me}. Wait for it with --wait, or stop it first.\n"), (
                    refused.Code, refused.Error));
            Assert.False(File.Exists(cli.Join("artifacts", "tiny-a", "run.json")));
            Assert.Equal(0, cli.Run("run", "tiny-a").Code);
            Assert.Equal(0, cli.Run("run", "tiny-b", "--epochs", "1").Code);
        }

        Assert.Equal(0, cli.Run("reproduce").Code);
    }

    [Fact]
    public async Task ARunWaitsForAnotherProcessIfItIsTo()
    {
        var other = RunLock.TryTake(Folder, new FixedClock());
        var waiting = Task.Run(() => cli.Run("run", "tiny-b", "--wait"));
        await Task.Delay(300);
        Assert.False(waiting.IsCompleted);
        other!.Dispose();
        var result = await waiting;
        Assert.Equal(0, result.Code);
        Assert.Contains($"\ntiny-b waits for {Me}, which runs it.\ntiny-b  epoch 1/3", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitingCanBeStopped()
    {
        using var other = RunLock.TryTake(Folder, new FixedClock());
        var waiting = Task.Run(() => cli.Run("run", "tiny-b", "--wait"));
        await Task.Delay(100);
        await cli.Stop.CancelAsync();
        Assert.Equal(130, (await waiting).Code);
    }

    private static string Me => $"process {Environment.ProcessId} on {Environment.MachineName} since 2025-03-01 23:59:58 UTC";

    private RunFolder Folder => RunFolder.Of(cli.Root, cli.Experiments[1].Settings, cli.Experiments[1].Settings);

    private string PathOf(int epoch, int step) => Folder.Checkpoints.PathOf(new CheckpointPosition(epoch, step));

    private string Finish(params string[] command)
    {
        Assert.Equal(0, cli.Run(command).Code);
        return command.Contains("tiny-b") ? Results() : "";
    }

    private string Results() =>
        string.Join(
            '\n', ((string[])["snapshot.txt", "losses.csv"]).Select(file => File.ReadAllText(cli.Join("artifacts", "tiny-b", file))));

    private string Snapshots() => string.Join(
        '\n', Directory.GetFiles(cli.Join("Snapshots")).Order(StringComparer.Ordinal).Select(
            file => $"{file} {Convert.ToHexString(File.ReadAllBytes(file))}"));

    private void StopAtStep(int last) => cli.Experiments[1] = new Experiment(cli.Experiments[1].Settings, () => new TinyRun
    {
        AtStep = (step, _, loss) =>
        {
            if (step == last - 1)
            {
                cli.Stop.Cancel();
            }

            return loss;
        },
    });
}
