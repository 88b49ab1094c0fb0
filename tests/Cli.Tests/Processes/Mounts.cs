using System.Diagnostics;

namespace Repro.Cli.Tests.Processes;

/// <summary>Disks of any size in memory. They are mounted where no other process sees them, and go with the process.</summary>
internal static class Mounts
{
    /// <summary>The command in whose scope a script may mount.</summary>
    public static IReadOnlyList<string> Scope { get; } =
        Environment.IsPrivilegedProcess ? ["unshare", "--mount"] : ["unshare", "--mount", "--map-root-user"];

    /// <summary>Why nothing can be mounted here, or <c>null</c>.</summary>
    public static string? WhyNot { get; } = !OperatingSystem.IsLinux() ? "Only Linux has disks in memory."
        : CanMount() ? null
        : "This process may not mount a disk in memory (unshare --mount, mount -t tmpfs): run the tests as root, or allow user namespaces.";

    private static bool CanMount()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(Scope[0], [.. Scope.Skip(1), "mount", "-t", "tmpfs", "tmpfs", "/tmp"])
            {
                RedirectStandardError = true,
            })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
