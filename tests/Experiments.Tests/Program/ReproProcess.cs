using System.Diagnostics;
using Repro.Experiments.Tests.Locked;
using Repro.Runtime;

namespace Repro.Experiments.Tests.Program;

/// <summary>Starts the program as a process of its own.</summary>
internal static class ReproProcess
{
    /// <summary>Starts it in <paramref name="folder"/>; it finds the repository that it was built from when the folder is none.</summary>
    public static Process Start(string folder, string arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo("dotnet", $"\"{Path.Combine(AppContext.BaseDirectory, "repro.dll")}\" {arguments}")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Starts it and waits for its end.</summary>
    public static async Task<ProcessResult> Run(
        string folder, string arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        using var process = Start(folder, arguments, environment);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new ProcessResult(process.ExitCode, await output, await error);
    }

    /// <summary>
    /// Makes <paramref name="folder"/> a repository with the images of a data set, so that what a run writes is out of the way.
    /// </summary>
    public static void Furnish(string folder, DataSettings data)
    {
        File.WriteAllText(Path.Combine(folder, "experiments.yaml"), "");
        var target = Directory.CreateDirectory(Path.Combine(folder, data.Folder)).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, data.Folder)))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }
    }
}
