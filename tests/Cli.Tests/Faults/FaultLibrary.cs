using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Repro.Cli.Tests.Faults;

/// <summary>The library that makes operations on files fail, compiled from <c>faults.c</c> where there is a compiler.</summary>
internal static class FaultLibrary
{
    /// <summary>Why there is none; <c>null</c> if there is one.</summary>
    public static string? WhyNot { get; }

    /// <summary>Its file.</summary>
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "libfaults.so");

    static FaultLibrary() =>
        WhyNot = RuntimeInformation.IsOSPlatform(OSPlatform.Linux) ? Compile() : "Only Linux has these functions to replace.";

    private static string? Compile()
    {
        var source = System.IO.Path.Combine(AppContext.BaseDirectory, "Faults", "faults.c");
        try
        {
            using var compiler = Process.Start(
                new ProcessStartInfo("cc", ["-shared", "-fPIC", "-O1", "-o", Path, source, "-ldl"]) { RedirectStandardError = true })!;
            var error = compiler.StandardError.ReadToEnd();
            compiler.WaitForExit();
            return compiler.ExitCode == 0 ? null : $"The C compiler cannot compile the library: {error}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "There is no C compiler called cc.";
        }
    }
}
