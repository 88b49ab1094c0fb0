using System.Runtime.InteropServices;
using Repro.Runtime.Snapshots;

namespace Repro.Runtime.Runs;

/// <summary>A description of the machine that runs the program. With the exact engine, none of it changes a number.</summary>
public static class MachineDescription
{
    /// <summary>
    /// Operating system, processor, .NET, and the kernels and threads of the engine, such as <c>Debian GNU/Linux 12; X64, AMD EPYC 7B13;
    /// .NET 10.0.0; 256-bit kernels, 2 threads</c>.
    /// </summary>
    public static string Current => string.Join(
        "; ",
        RuntimeInformation.OSDescription,
        Processor() is { } name ? $"{RuntimeInformation.ProcessArchitecture}, {name}" : $"{RuntimeInformation.ProcessArchitecture}",
        RuntimeInformation.FrameworkDescription,
        EngineIdentity.Machine);

    // The file of Linux that names the processor; other systems have none. It has no length, so RegularFile would not open it.
    private static string? Processor()
    {
        try
        {
#pragma warning disable RS0030
            return File.ReadLines("/proc/cpuinfo")
#pragma warning restore RS0030
                .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[^1].Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
