using System.Diagnostics;

namespace Repro.Runtime.Tests.Fixtures;

/// <summary>Named pipes, which look like files and are waited for without end when they are opened.</summary>
internal static class Pipes
{
    /// <summary>Creates one, where there is <c>mkfifo</c>.</summary>
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
