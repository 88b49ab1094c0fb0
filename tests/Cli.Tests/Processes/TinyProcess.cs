using System.Diagnostics;
using System.Globalization;

namespace Repro.Cli.Tests.Processes;

/// <summary>Runs the program of <c>tests/Cli.Program</c> as a process in a folder.</summary>
internal sealed class TinyProcess : IDisposable
{
    /// <summary>Far longer than anything here takes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly Task<string> error;
    private readonly Task<string> output;

    private TinyProcess(Process process, Task<string> output)
    {
        this.process = process;
        this.output = output;
        error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The program: <c>dotnet tiny.dll run tiny-a</c>.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "tiny.dll");

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    /// <summary>Starts it with output as into a pipe.</summary>
    public static TinyProcess Start(string folder, params string[] arguments)
    {
        var process = Launch(folder, arguments);
        return new TinyProcess(process, process.StandardOutput.ReadToEndAsync());
    }

    /// <summary>Starts it, and closes the pipe that it writes into when its first line has come, as <c>head -1</c> does.</summary>
    public static async Task<TinyProcess> StartAndCloseOutput(string folder, params string[] arguments)
    {
        var process = Launch(folder, arguments);
        var first = await process.StandardOutput.ReadLineAsync();
        process.StandardOutput.Close();
        return new TinyProcess(process, Task.FromResult(first ?? ""));
    }

    public static async Task<CliResult> Run(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        return await process.End();
    }

    /// <summary>Runs a shell script in <paramref name="folder"/> in which <c>repro</c> is the program.</summary>
    public static async Task<CliResult> Script(string folder, string script, params IEnumerable<string> wrapper)
    {
        string[] command = [.. wrapper, "/bin/sh", "-c", $"repro() {{ dotnet '{Program}' \"$@\"; }}\n{script}"];
        var start = new ProcessStartInfo(
            command[0], command[1..]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var shell = Process.Start(start)!;
        var (output, error) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync();
        return new CliResult(shell.ExitCode, await output, await error);
    }

    /// <summary>Waits for its end. One that never comes fails the test instead of keeping all others waiting.</summary>
    public async Task<CliResult> End()
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            Assert.Fail(
                $"'{string.Join(' ', process.StartInfo.ArgumentList)}' did not end within {Patience}.\n{await output}\n{await error}");
        }

        return new CliResult(process.ExitCode, await output, await error);
    }

    /// <summary>Kills it at once, as a power cut does.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Sends it a signal, such as <c>INT</c>.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private static Process Launch(string folder, string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
