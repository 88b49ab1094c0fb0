using Repro.Cli.Tracing;
using Repro.Experiments.Tests.Locked;
using Repro.Experiments.Tests.Program;
using Repro.Runtime;
using Repro.Runtime.Tests.Fixtures;
using Repro.Runtime.Training;
using TorchSharp;

namespace Repro.Experiments.Tests.Exactness;

/// <summary>Traces of the locked experiments.</summary>
public sealed class TraceTests : IDisposable
{
    private static readonly Experiment Smallest = ExperimentCatalog.All.Single(experiment => experiment.Name == "vae-1");
    private readonly TemporaryFolder root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task ThreadsAndInstructionSetsChangeNoByte()
    {
        ReproProcess.Furnish(root.Path, Smallest.Settings.Data);
        var plain = await Trace("plain", threads: 2);
        Assert.Equal(plain, await Trace("1 thread", threads: 1));
        Assert.Equal(plain, await Trace("3 threads", threads: 3));
        Assert.Equal(plain, await Trace("no AVX-512", 2, "DOTNET_EnableAVX512"));
        Assert.Equal(plain, await Trace("no AVX2", 2, "DOTNET_EnableAVX2"));
    }

    [Fact]
    public void EveryLayerHasALine()
    {
        foreach (var experiment in ExperimentCatalog.All)
        {
            torch.manual_seed(1);
            using var run = experiment.Start();
            var places = Places.Of(run);
            Assert.All(
                ["optimizer", "loss", .. run.Model.named_modules().Select(module => module.name)],
                name => Assert.True(places.ContainsKey(name), name));
            Assert.All(places, place => Assert.StartsWith(
                "experiments.yaml:", ExperimentsFile.Describe(Repository.Root, place.Value), StringComparison.Ordinal));
        }
    }

    private async Task<byte[]> Trace(string name, int threads, string? switchedOff = null)
    {
        var path = root.Join($"{name}.trace");
        var result = await ReproProcess.Run(
            root.Path, $"trace vae-1 --steps 1-2 --threads {threads} --output \"{path}\"", switchedOff is null ? [] : [(switchedOff, "0")]);
        Assert.True(result.Code == 0, result.Error + result.Out);
        return await File.ReadAllBytesAsync(path);
    }
}
