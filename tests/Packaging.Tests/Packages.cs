using System.Diagnostics;

namespace Repro.Packaging.Tests;

/// <summary>
/// The packages of this repository, packed once into a folder outside it, and the place for projects that use them. Each time the version
/// is new and restored packages go to a new folder, so no package of an earlier day is used.
/// </summary>
[CollectionDefinition(nameof(Packages))]
public sealed class Packages : ICollectionFixture<Packages>, IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("repro-packages-").FullName;

    public Packages()
    {
        var packed = Dotnet(
            BuiltFrom.Repository,
            "pack",
            "Packaging/Packages.slnf",
            "-c",
            BuiltFrom.Configuration,
            "--no-build",
            "-o",
            Join("feed"),
            $"-p:PackageVersion={Version}");
        Assert.True(packed.Code == 0, packed.Output);
        File.WriteAllText(Join("nuget.config"), $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="{Join("feed")}" /></packageSources>
              <fallbackPackageFolders><clear /><add key="cache" value="{BuiltFrom.PackageCache}" /></fallbackPackageFolders>
            </configuration>
            """);
    }

    /// <summary>The version of the packages.</summary>
    public string Version { get; } = $"0.0.0-test.{Guid.NewGuid():N}";

    public void Dispose() => Directory.Delete(root, recursive: true);

    public string Join(params string[] names) => Path.Combine([root, .. names]);

    /// <summary>Runs a command of the .NET SDK to its end. No process of it stays behind.</summary>
    public CommandResult Dotnet(string folder, params string[] arguments) => Run("dotnet", folder, arguments);

    /// <summary>Runs a program to its end.</summary>
    public CommandResult Run(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOfTheTestRun).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["NUGET_PACKAGES"] = Join("packages");
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "true";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.WaitForExit();
        return new CommandResult(process.ExitCode, output.Result + error.Result);
    }

    // 'dotnet test' tells its processes where its own MSBuild is.
    private static bool IsOfTheTestRun(string variable) =>
        variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
            || variable.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase);
}
