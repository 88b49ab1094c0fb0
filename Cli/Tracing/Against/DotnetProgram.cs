using System.ComponentModel;
using System.Diagnostics;
using Repro.Cli.Context;
using Repro.Runtime;
using Repro.Runtime.Files;

namespace Repro.Cli.Tracing.Against;

/// <summary>A project that the .NET SDK builds and runs.</summary>
/// <param name="project">The project's file, relative to the folder of <c>experiments.yaml</c>.</param>
/// <param name="properties">The properties that it is built with, as <c>-p:</c> takes them; may be empty.</param>
internal sealed class DotnetProgram(string project, string properties) : IRevisionProgram
{
    private readonly string[] configuration = ["-c", "Release", .. properties.Length == 0 ? [] : (string[])[$"-p:{properties}"]];

    public ProgramResult Build(string folder, CancellationToken cancellationToken)
    {
        if (!RegularFile.Exists(Path.Combine(folder, project)))
        {
            throw new ReproException($"it has no project '{project}' beside its experiments.yaml");
        }

        // No process of the build stays and keeps files of the folder open.
        return Dotnet(
            folder, ["build", project, .. configuration, "-nodeReuse:false", "-p:UseSharedCompilation=false"], _ => { }, cancellationToken);
    }

    public ProgramResult Run(string folder, IReadOnlyList<string> arguments, Action<string> said, CancellationToken cancellationToken) =>
        Dotnet(
            folder, ["run", "--no-build", "--no-launch-profile", "--project", project, .. configuration, "--", .. arguments], said,
            cancellationToken);

    private static ProgramResult Dotnet(
        string folder, IEnumerable<string> arguments, Action<string> said, CancellationToken cancellationToken)
    {
        // The folder's global.json chooses the SDK.
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // 'dotnet run' passes the paths of its own MSBuild to the program.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_NOLOGO"] = "true";
        cancellationToken.ThrowIfCancellationRequested();
        using var process = Start(start);
        process.StandardInput.Close();
        var (output, error) = (Lines(process.StandardOutput, said), Lines(process.StandardError, _ => { }));
        try
        {
            process.WaitForExitAsync(cancellationToken).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            throw;
        }

        return new ProgramResult(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new ReproException(
                $"dotnet cannot be started: {e.Message} Building a revision needs the .NET SDK; put it on the PATH.", e);
        }
    }

    private static async Task<IReadOnlyList<string>> Lines(StreamReader reader, Action<string> said)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            lines.Add(line);
            said(line);
        }

        return lines;
    }
}
