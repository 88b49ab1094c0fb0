using System.Diagnostics;
using Repro.Experiments.Tests.Locked;
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
    private readonly TemporaryFolder root = new();

    public SameBitsTests()
    {
        var settings = Vae14.Settings;
        File.WriteAllText(root.Join("experiments.yaml"), "");
        Directory.CreateDirectory(root.Join(settings.Data.Folder));
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, settings.Data.Folder), settings.Data.Files))
        {
            File.Copy(file, Path.Combine(root.Join(settings.Data.Folder), Path.GetFileName(file)));
        }
    }

    public void Dispose() => root.Dispose();

    [Fact]
    public void ThreadsAndInstructionSetsChangeNothing()
    {
        var plain = Train(threads: 2);
        var runs = new Dictionary<string, Run>
        {
            ["1 thread"] = Train(threads: 1),
            ["3 threads"] = Train(threads: 3),
            ["7 threads"] = Train(threads: 7),
            ["no AVX-512"] = Train(2, "DOTNET_EnableAVX512"),
            ["no AVX2"] = Train(2, "DOTNET_EnableAVX2"),
            ["no intrinsics"] = Train(2, "DOTNET_EnableHWIntrinsic"),
        };

        Assert.All(runs, run => Assert.True(
            run.Value.Snapshot == plain.Snapshot, $"{run.Key} ({run.Value.Engine}) gives\n{run.Value.Snapshot}\nand 2 threads ({plain.Engine}) give\n{plain.Snapshot}"));

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

    private Run Train(int threads, string? switchedOff = null)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "repro.dll"), "run", Vae14.Name, "--epochs", $"{Epochs}", "--threads", $"{threads}"])
        {
            WorkingDirectory = root.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (switchedOff is not null)
        {
            start.Environment[switchedOff] = "0";
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result + output);
        var engine = output.Split('\n').Single(line => line.StartsWith("engine ", StringComparison.Ordinal)).Trim();
        return new Run(engine, File.ReadAllText(root.Join("artifacts", $"{Vae14.Name}.epochs-{Epochs}", "snapshot.txt")));
    }

    private sealed record Run(string Engine, string Snapshot);
}
