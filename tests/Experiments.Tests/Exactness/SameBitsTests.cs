using Repro.Experiments.Tests.Program;
using Repro.Runtime;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Experiments.Tests.Exactness;

/// <summary>
/// The promise, on one machine: vae-14 is trained in processes of their own, with other numbers of threads and with instruction sets
/// switched off, and each gives the same snapshot, to the last bit of every loss, pixel and weight.
/// </summary>
public sealed class SameBitsTests : IDisposable
{
    private const int Epochs = 2;
    private const string Software = "multiply-add in software";
    private static readonly ExperimentSettings Settings = ExperimentCatalog.All.Single(experiment => experiment.Name == "vae-14").Settings;
    private readonly TemporaryFolder root = new();

    public SameBitsTests() => ReproProcess.Furnish(root.Path, Settings.Data);

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task ThreadsAndInstructionSetsChangeNothing()
    {
        var plain = await Train(threads: 2);
        var runs = new Dictionary<string, Run>
        {
            ["1 thread"] = await Train(threads: 1),
            ["3 threads"] = await Train(threads: 3),
            ["7 threads"] = await Train(threads: 7),
            ["no AVX-512"] = await Train(2, "DOTNET_EnableAVX512"),
            ["no AVX2"] = await Train(2, "DOTNET_EnableAVX2"),
            ["no intrinsics"] = await Train(2, "DOTNET_EnableHWIntrinsic"),
        };

        Assert.All(runs, run => Assert.True(
            run.Value.Snapshot == plain.Snapshot,
            $"{run.Key} ({run.Value.Engine}) gives\n{run.Value.Snapshot}\nand 2 threads ({plain.Engine}) give\n{plain.Snapshot}"));

        // The switches took effect: a switch that is ignored would show nothing.
        Assert.EndsWith(", 1 thread", runs["1 thread"].Engine, StringComparison.Ordinal);
        Assert.EndsWith(", 3 threads", runs["3 threads"].Engine, StringComparison.Ordinal);
        Assert.EndsWith(", 7 threads", runs["7 threads"].Engine, StringComparison.Ordinal);
        Assert.DoesNotContain("512-bit", runs["no AVX-512"].Engine, StringComparison.Ordinal);
        if (System.Runtime.Intrinsics.X86.X86Base.IsSupported)
        {
            Assert.Contains($"128-bit kernels, {Software}", runs["no AVX2"].Engine, StringComparison.Ordinal);
        }

        Assert.Contains($"scalar kernels, {Software}", runs["no intrinsics"].Engine, StringComparison.Ordinal);
    }

    private async Task<Run> Train(int threads, string? switchedOff = null)
    {
        var result = await ReproProcess.Run(
            root.Path, $"run {Settings.Name} --epochs {Epochs} --threads {threads}", switchedOff is null ? [] : [(switchedOff, "0")]);
        Assert.True(result.Code == 0, result.Error + result.Out);
        var engine = result.Out.Split('\n').Single(line => line.StartsWith("engine ", StringComparison.Ordinal)).Trim();
        return new Run(engine, await File.ReadAllTextAsync(root.Join("artifacts", $"{Settings.Name}.epochs-{Epochs}", "snapshot.txt")));
    }

    private sealed record Run(string Engine, string Snapshot);
}
