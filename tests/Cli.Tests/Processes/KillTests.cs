using Repro.Runtime.Files;
using Repro.Runtime.Tests.Fixtures;
using Xunit.Abstractions;

namespace Repro.Cli.Tests.Processes;

/// <summary>
/// A run that is killed again and again, whenever it happens to be, ends with the files of one that was not: losses, pictures, weights, to
/// the last byte. Four times; fifty with REPRO_SLOW_TESTS=1.
/// </summary>
public sealed class KillTests(ITestOutputHelper log) : IDisposable
{
    private static readonly int Kills = Thorough.IsOn ? 50 : 4;
    private readonly TemporaryFolder root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task AKilledRunEndsWithTheBitsOfAnUninterruptedOne()
    {
        var whole = await Whole();
        var random = new Random(Kills);
        var (kills, inTraining, resumed) = (0, 0, 0);
        for (var round = 1; kills < Kills; round++)
        {
            var folder = Furnish($"parts-{round}");
            while (kills < Kills && await Kill(folder, random) is { } hasTrained)
            {
                kills++;
                inTraining += hasTrained ? 1 : 0;
            }

            var last = await TinyProcess.Run(folder, "run", "tiny");
            Assert.True(last.Code == 0, last.Error);
            resumed += last.Out.Contains("tiny goes on ", StringComparison.Ordinal) ? 1 : 0;
            Assert.Equal("", last.Error);
            Assert.Equal(whole, Files(folder));
            Assert.Equal(0, (await TinyProcess.Run(folder, "check")).Code);
        }

        log.WriteLine($"{kills} kills, {inTraining} of them after the process had written a checkpoint");
        Assert.True(inTraining >= Kills / 2, $"{inTraining} kills hit a process that had begun to train.");
        Assert.True(resumed > 0, "No run went on from a checkpoint.");
    }

    /// <summary>
    /// Starts the run and kills it: every fourth time soon, while it starts, and otherwise some time after it has written a checkpoint of
    /// its own, while it trains and writes. Says whether it had; <c>null</c> when it was finished before.
    /// </summary>
    private static async Task<bool?> Kill(string folder, Random random)
    {
        var checkpoints = Path.Combine(folder, "artifacts", "tiny", "checkpoints");
        var before = Names(checkpoints);
        using var process = TinyProcess.Start(folder, "run", "tiny");
        var isEarly = random.Next(4) == 0;
        while (!process.HasExited && !isEarly && Names(checkpoints).IsSubsetOf(before))
        {
            await Task.Delay(1);
        }

        await Task.Delay(random.Next(isEarly ? 500 : 150));
        if (process.HasExited)
        {
            return null;
        }

        await process.Kill();
        return File.Exists(Path.Combine(folder, "artifacts", "tiny", "run.json")) ? null : !Names(checkpoints).IsSubsetOf(before);
    }

    // The checkpoints that are whole: a folder has another name until then.
    private static HashSet<string> Names(string checkpoints)
    {
        try
        {
            return [.. Directory.GetDirectories(checkpoints, "epoch-*").Where(
                folder => !folder.EndsWith(AtomicFile.PartialExtension, StringComparison.Ordinal))];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> Whole()
    {
        var folder = Furnish("whole");
        var result = await TinyProcess.Run(folder, "run", "tiny");
        Assert.True(result.Code == 0, result.Error);
        return Files(folder);
    }

    private string Furnish(string name)
    {
        var folder = Directory.CreateDirectory(root.Join(name)).FullName;
        File.WriteAllText(Path.Combine(folder, "experiments.yaml"), "");
        Tiny.WriteImages(folder, 8);
        return folder;
    }

    // All but the record, which has the time of the run.
    private static SortedDictionary<string, string> Files(string folder)
    {
        var artifacts = Path.Combine(folder, "artifacts", "tiny");
        return new(
            Directory.GetFiles(artifacts, "*", SearchOption.AllDirectories).Select(
                file => Path.GetRelativePath(artifacts, file).Replace('\\', '/'))
                .Where(file => file != "run.json").ToDictionary(file => file, file => FileDigest.Of(artifacts, file).Sha256),
            StringComparer.Ordinal);
    }
}
