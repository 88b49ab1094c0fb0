using System.Diagnostics;

namespace Repro.Runtime.Tests.Fixtures;

/// <summary>Named pipes. They look like files, and opening one waits forever.</summary>
internal static class Pipes
{
    /// <summary>Creates a pipe, on systems with <c>mkfifo</c>.</summary>
    public static bool TryCreate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        using var process = Process.Start("mkfifo", [path]);
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
