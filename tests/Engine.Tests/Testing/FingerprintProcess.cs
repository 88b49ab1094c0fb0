using System.Diagnostics;

namespace Repro.Engine.Tests.Testing;

/// <summary>Starts Repro.Engine.Fingerprints as a process of its own.</summary>
internal static class FingerprintProcess
{
    /// <summary>
    /// The instruction sets that a process can be told to do without, and vectors of twice the width that .NET takes unasked
    /// (in hexadecimal, as it reads its settings).
    /// </summary>
    public static IReadOnlyList<string> Settings { get; } =
        ["DOTNET_EnableAVX512=0", "DOTNET_EnableAVX2=0", "DOTNET_EnableHWIntrinsic=0", "DOTNET_MaxVectorTBitWidth=200"];

    /// <summary>The lines that it writes, with one of <see cref="Settings"/> or none: hash and name.</summary>
    public static async Task<(string Hash, string Name)[]> Run(string arguments, string? setting)
    {
        var start = new ProcessStartInfo(
            "dotnet", $"\"{Path.Combine(AppContext.BaseDirectory, "Repro.Engine.Fingerprints.dll")}\" {arguments}")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (setting?.Split('=') is [var variable, var value])
        {
            start.Environment[variable] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return [.. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (line[..64], line[66..]))];
    }
}
