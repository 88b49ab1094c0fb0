using System.Diagnostics;
using System.Globalization;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Experiments.Tests.Program;

/// <summary>The program as a process of its own.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TemporaryFolder root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task ListIsExitCode0FromAnywhere()
    {
        var result = await ReproProcess.Run(root.Path, "list");
        Assert.Equal(0, result.Code);
        Assert.All(ExperimentCatalog.All, experiment => Assert.Contains($" {experiment.Name} ", result.Out, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("lst", "repro: There is no command 'lst'. Did you mean 'list'?")]
    [InlineData("run no-such-experiment", "repro: There is no experiment 'no-such-experiment'.")]
    public async Task MisuseIsExitCode2(string arguments, string message)
    {
        var result = await ReproProcess.Run(root.Path, arguments);
        Assert.Equal(2, result.Code);
        Assert.StartsWith(message, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FailureIsExitCode1()
    {
        await File.WriteAllTextAsync(root.Join("experiments.yaml"), "");
        var result = await ReproProcess.Run(root.Path, $"run {ExperimentCatalog.All[0].Name}");
        Assert.Equal(1, result.Code);
        Assert.Contains("does not exist", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
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
        ReproProcess.Furnish(root.Path, settings.Data);
        using var process = ReproProcess.Start(root.Path, $"run {settings.Name}");
        Assert.StartsWith("engine ", await process.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
        Assert.StartsWith($"{settings.Name}  epoch 1/", await process.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(130, process.ExitCode);
        Assert.StartsWith($"Stopped: {settings.Name} after epoch ", error, StringComparison.Ordinal);
        Assert.True(File.Exists(root.Join("artifacts", settings.Name, "losses.csv")));
        Assert.False(File.Exists(root.Join("artifacts", settings.Name, "run.json")));
    }
}
