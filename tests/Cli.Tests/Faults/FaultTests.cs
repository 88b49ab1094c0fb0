using System.Diagnostics;
using System.Text.Json;
using Repro.Cli.Program;
using Repro.Cli.Tests.Processes;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Cli.Tests.Faults;

/// <summary>
/// Each operation on a file fails once: opening, reading, writing, flushing, renaming, deleting and creating of files and folders. A
/// command then ends with exit code 0, or with 1 and a sentence, and nothing is lost.
/// </summary>
public sealed class FaultTests : IDisposable
{
    private const int InputOutput = 5;
    private const int NoSpace = 28;
    private static readonly string[] Train = ["run", "tiny", "--epochs", "3"];
    private readonly TemporaryFolder root = new();

    public void Dispose() => root.Dispose();

    [FaultFact]
    public async Task ATrainingSurvivesEachFault()
    {
        var trials = await Try(new(Train) { Errors = [InputOutput, NoSpace], After = Train });
        Assert.True(trials.Count > 100, $"{trials.Count} operations");
        Assert.All(trials, AssertSentence);
        var whole = trials[0].AfterFiles;
        Assert.All(trials, trial => Assert.True(trial.AfterCode == 0, $"{trial.Failed}: {trial.AfterError}"));
        // Whatever failed, the run that goes on has the same losses, pictures and weights.
        Assert.All(trials, trial => Assert.Equal(Results(whole), Results(trial.AfterFiles)));
        Assert.Contains(
            trials, trial => trial.Code == 0 && trial.Error.Contains("An old checkpoint cannot be deleted now", StringComparison.Ordinal));
    }

    [FaultFact]
    public async Task AcceptLeavesTheOldSnapshotWholeOrTheNewOne()
    {
        var plan = Accept with { Errors = [InputOutput, NoSpace] };
        var trials = await Try(plan);
        Assert.All(trials, AssertSentence);
        var (before, after) = (
            (await Try(Accept with { Kind = "none", Number = 1, Tried = ["list"] }))[0].Files,
            (await Try(Accept with { Kind = "none", Number = 1 }))[0].Files);
        Assert.NotEqual(Snapshots(before), Snapshots(after));
        Assert.All(trials, trial => Assert.Contains(
            Snapshots(trial.Files), trial.Code == 0 ? [Snapshots(after)] : (string[])[Snapshots(before), Snapshots(after)]));
        Assert.True(trials.Count(trial => trial.Code == 1) > 10);
    }

    [FaultFact]
    public async Task AFailedFlushIsNoSuccess()
    {
        foreach (var error in (int[])[InputOutput, NoSpace, 122])
        {
            var trial = Assert.Single(await Try(Accept with { Kind = "fsync", Number = 0, Errors = [error] }));
            Assert.Equal(1, trial.Code);
            Assert.DoesNotContain("Locked", trial.Out, StringComparison.Ordinal);
            Assert.Contains("cannot be flushed to the disk", trial.Error, StringComparison.Ordinal);
            Assert.Equal(
                Snapshots((await Try(Accept with { Kind = "none", Number = 1, Tried = ["list"] }))[0].Files), Snapshots(trial.Files));
        }
    }

    [FaultFact]
    public async Task CheckFailsWhereItCouldNotLook()
    {
        var trials = await Try(Locked with { Tried = ["check"] });
        Assert.All(trials, AssertSentence);
        Assert.All(trials, trial => Assert.True(trial.Code == 1, $"{trial.Failed}: {trial.Out}"));
    }

    [FaultFact]
    public async Task EachFaultOfACommandThatReadsIsASentence()
    {
        string[][] commands =
        [
            ["list"], ["diff", "tiny-a"], ["report", "tiny-a"], ["verify", "tiny-a"], ["reproduce", "tiny-a"],
            ["watch", "tiny-a", "--once"],
        ];
        foreach (var command in commands)
        {
            Assert.All(await Try(Locked with { Tried = command }), AssertSentence);
        }
    }

    private static FaultPlan Locked { get; } = new([]) { Prepare = [["run", "tiny-a"], ["accept", "tiny-a"]] };

    private static FaultPlan Accept { get; } =
        Locked with { Prepare = [.. Locked.Prepare, ["change", "dot-0.png"], ["run", "tiny-a"]], Tried = ["accept", "tiny-a"] };

    private static void AssertSentence(FaultTrial trial)
    {
        Assert.True(trial.Code is 0 or 1, $"{trial.Failed}: exit code {trial.Code}\n{trial.Error}");
        Assert.DoesNotContain("   at ", trial.Error, StringComparison.Ordinal);
        Assert.True(trial.Code == 0 || trial.Error.Length + trial.Out.Length > 0, trial.Failed);
    }

    private static string Results(IReadOnlyDictionary<string, string> files) => Text(files, "artifacts");

    private static string Snapshots(IReadOnlyDictionary<string, string> files) => Text(files, "Snapshots");

    private static string Text(IReadOnlyDictionary<string, string> files, string folder) =>
        string.Join('\n', files.Where(file => file.Key.StartsWith(folder, StringComparison.Ordinal) && !file.Key.Contains(
            "/checkpoints/", StringComparison.Ordinal)));

    private async Task<IReadOnlyList<FaultTrial>> Try(FaultPlan plan)
    {
        var start = new ProcessStartInfo("dotnet", [TinyProcess.Program, "faults", JsonSerializer.Serialize(plan)])
        {
            WorkingDirectory = Directory.CreateDirectory(root.Join(Path.GetRandomFileName())).FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LD_PRELOAD"] = FaultLibrary.Path;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var lines = (await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        Assert.NotEmpty(lines);
        return [.. lines.Select(line => JsonSerializer.Deserialize<FaultTrial>(line)!)];
    }
}
