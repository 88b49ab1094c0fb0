using System.Runtime.Intrinsics.X86;
using Repro.Experiments.Tests.Cli;
using Repro.Runtime;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Experiments.Tests.Locked;

/// <summary>The promise: neither threads nor vectors change a bit. Each case trains some epochs in a process of its own.</summary>
public sealed class ExactnessTests : IDisposable
{
    private const int Epochs = 2;
    private const string Scalar = "scalar kernels, multiply-add in software";

    private static readonly ExperimentSettings Settings =
        ExperimentCatalog.All.Where(experiment => experiment.Settings.Data.Take > 1).MinBy(experiment => experiment.Settings.Data.Take)!.Settings;

    private readonly TemporaryFolder _root = new();

    public ExactnessTests() => ReproProcess.Furnish(_root.Path, Settings.Data);

    public void Dispose() => _root.Dispose();

    [Fact]
    public async Task ThreadsDoNotChangeABit()
    {
        var one = await Train(threads: 1);
        foreach (var threads in (int[])[2, 3, 7])
        {
            var other = await Train(threads);
            Assert.EndsWith($", threads: {threads})", other.Engine, StringComparison.Ordinal);
            Assert.Equal(one.Snapshot, other.Snapshot);
        }
    }

    [Fact]
    public async Task VectorsDoNotChangeABit()
    {
        var widest = await Train(threads: 2);
        var scalar = await Train(threads: 2, "DOTNET_EnableHWIntrinsic");
        Assert.Contains(Scalar, scalar.Engine, StringComparison.Ordinal);
        Assert.DoesNotContain(Scalar, widest.Engine, StringComparison.Ordinal);
        Assert.Equal(widest.Snapshot, scalar.Snapshot);
        if (Avx2.IsSupported)
        {
            var narrow = await Train(threads: 2, "DOTNET_EnableAVX2");
            Assert.Contains("128-bit kernels", narrow.Engine, StringComparison.Ordinal);
            Assert.Equal(widest.Snapshot, narrow.Snapshot);
        }

        if (Avx512F.IsSupported)
        {
            var middle = await Train(threads: 2, "DOTNET_EnableAVX512");
            Assert.Contains("512-bit kernels", widest.Engine, StringComparison.Ordinal);
            Assert.Contains("256-bit kernels", middle.Engine, StringComparison.Ordinal);
            Assert.Equal(widest.Snapshot, middle.Snapshot);
        }
    }

    private async Task<(string Engine, string Snapshot)> Train(int threads, string? off = null)
    {
        var result = await ReproProcess.Run(_root.Path, $"run {Settings.Name} --epochs {Epochs} --threads {threads}", off is null ? [] : [(off, "0")]);
        Assert.Equal((0, ""), (result.Code, result.Error));
        var engine = result.Out.Split('\n').Single(line => line.StartsWith("engine: ", StringComparison.Ordinal)).TrimEnd();
        return (engine, await File.ReadAllTextAsync(_root.Join("artifacts", $"{Settings.Name}.epochs-{Epochs}", "snapshot.txt")));
    }
}
