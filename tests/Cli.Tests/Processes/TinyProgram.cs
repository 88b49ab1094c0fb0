using System.Diagnostics;
using System.Globalization;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Cli.Tests.Processes;

/// <summary>
/// The command line with the tiny experiments as a program of its own, for what only a process shows: <c>dotnet Repro.Cli.Tests.dll run tiny-a</c>.
/// Beside those of <see cref="CliFixture"/> it has tiny-long, which takes pictures after each of so many epochs that it never ends by itself.
/// </summary>
internal static class TinyProgram
{
    public static int Main(string[] args) => args is ["surroundings"] ? ShowSurroundings() : CliProgram.Run(
        args, [.. CliFixture.Catalog, Tiny.Create(Tiny.Settings with { Name = "tiny-long", Epochs = 100_000, Captures = [.. Enumerable.Range(1, 100_000)] })]);

    /// <summary>Shows how this process would write numbers and times if it did as its surroundings ask.</summary>
    private static int ShowSurroundings()
    {
        Console.Out.WriteLine($"{CultureInfo.CurrentCulture.Name} {-1.5} {TimeZoneInfo.Local.GetUtcOffset(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero))}");
        return ExitCode.Done;
    }

    /// <summary>Runs a shell script in <paramref name="folder"/> in which <c>repro</c> is the program.</summary>
    public static async Task<CliResult> Script(string folder, string script, params IEnumerable<string> wrapper)
    {
        string[] command = [.. wrapper, "/bin/sh", "-c", $"repro() {{ dotnet '{typeof(TinyProgram).Assembly.Location}' \"$@\"; }}\n{script}"];
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new CliResult(process.ExitCode, await output, await error);
    }
}
