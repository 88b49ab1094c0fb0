using System.Diagnostics;

namespace Repro.Bench;

/// <summary>A process of its own, so that what it measures begins cold.</summary>
internal static class Child
{
    /// <summary>What a program prints.</summary>
    /// <exception cref="InvalidOperationException">It fails.</exception>
    public static string Output(string name, string[] command, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{name} failed: {errors.Result.Trim()}");
    }

    /// <summary>The command line of this program.</summary>
    public static string[] Self(params string[] arguments) => [Environment.ProcessPath!, typeof(Child).Assembly.Location, .. arguments];
}
