using System.ComponentModel;
using System.Diagnostics;

namespace Repro.Runtime.Tests.Fixtures;

/// <summary>A test that runs a Python program. Without Python it is skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute() => Skip = WhyNot;

    private static string? WhyNot { get; } = IsThere() ? null : "There is no python3 on the path.";

    private static bool IsThere()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("python3", ["--version"]) { RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
