using System.Diagnostics;
using System.Globalization;
using Repro.Experiments.Tests.Locked;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Experiments.Tests.Cli;

/// <summary>The program as a process of its own.</summary>
public sealed class ProcessTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly TemporaryFolder _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public async Task ListIsExitCode0FromAnywhere()
    {
        using var process = Start(_root.Path, "list");
        var output = await process.StandardOutput.ReadToEndAsync();
        await Exit(process);
        Assert.Equal(0, process.ExitCode);
        Assert.All(ExperimentCatalog.All, experiment => Assert.Contains($" {experiment.Name} ", output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("lst", "repro: There is no command 'lst'. Did you mean 'list'?")]
    [InlineData("run no-such-experiment", "repro: There is no experiment 'no-such-experiment'.")]
    public async Task MisuseIsExitCode2(string arguments, string message)
    {
        using var process = Start(_root.Path, arguments);
        var error = await process.StandardError.ReadToEndAsync();
        await Exit(process);
        Assert.Equal(2, process.ExitCode);
        Assert.StartsWith(message, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FailureIsExitCode1()
    {
        await File.WriteAllTextAsync(_root.Join("experiments.yaml"), "");
        using var process = Start(_root.Path, $"run {ExperimentCatalog.All[0].Name}");
        var error = await process.StandardError.ReadToEndAsync();
        await Exit(process);
        Assert.Equal(1, process.ExitCode);
        Assert.Contains("does not exist", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnInterruptStopsCleanly()
    {
        if (OperatingSystem.IsWindows())
        {
            // A console interrupt cannot be sent to one child alone there.
            return;
        }

        var settings = ExperimentCatalog.All.MinBy(experiment => experiment.Settings.Data.Take ?? int.MaxValue)!.Settings;
        await File.WriteAllTextAsync(_root.Join("experiments.yaml"), "");
        CopyFolder(Path.Combine(Repository.Root, settings.Data.Folder), _root.Join(settings.Data.Folder));
        using var process = Start(_root.Path, $"run {settings.Name}");
        Assert.StartsWith("engine ", await process.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
        Assert.StartsWith($"{settings.Name}  epoch 1/", await process.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        var error = await process.StandardError.ReadToEndAsync();
        await Exit(process);
        Assert.Equal(130, process.ExitCode);
        Assert.StartsWith($"Stopped: {settings.Name} after epoch ", error, StringComparison.Ordinal);
        Assert.True(File.Exists(_root.Join("artifacts", settings.Name, "losses.csv")));
        Assert.False(File.Exists(_root.Join("artifacts", settings.Name, "run.json")));
    }

    private static Process Start(string folder, string arguments) => Process.Start(
        new ProcessStartInfo("dotnet", $"\"{Path.Combine(AppContext.BaseDirectory, "repro.dll")}\" {arguments}")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    private static async Task Exit(Process process)
    {
        using var late = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(late.Token);
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
