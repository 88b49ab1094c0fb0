using System.Diagnostics;

namespace Repro.Engine.Tests.Testing;

/// <summary>Starts Repro.Engine.Fingerprints as a process of its own.</summary>
internal static class FingerprintProcess
{
    /// <summary>What it writes, with one runtime switch (DOTNET_…) set to 0.</summary>
    public static async Task<string> Run(string arguments, string? switchedOff)
    {
        var start = new ProcessStartInfo("dotnet", $"\"{Path.Combine(AppContext.BaseDirectory, "Repro.Engine.Fingerprints.dll")}\" {arguments}")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (switchedOff is not null)
        {
            start.Environment[switchedOff] = "0";
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return await output;
    }
}
