namespace Repro.Packaging.Tests;

/// <summary>Projects of other kinds than the plain one: each works, or one message says why not.</summary>
[Collection(nameof(Packages))]
public sealed class ProjectTests(Packages packages)
{
    [Fact]
    public void AnOldLanguageIsOneError()
    {
        var project = UserProject.Create(packages, "old", properties: "<LangVersion>11</LangVersion>");
        var build = packages.Dotnet(project.Folder, "build");
        Assert.Equal(1, build.Code);
        Assert.Contains("error REPRO051: experiments.yaml: this project is compiled as C# 11.0", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(build.Lines, line => line.Contains(".g.cs(", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fsproj", "F#", "Program.fs", "printfn \"\"")]
    [InlineData("vbproj", "VB", "Program.vb", "Module Program\nSub Main()\nEnd Sub\nEnd Module")]
    public void AnotherLanguageIsOneError(string extension, string language, string file, string text)
    {
        var project = UserProject.Create(packages, extension, items: $"<Compile Include=\"{file}\" />", file: $"other.{extension}");
        if (extension == "vbproj")
        {
            File.WriteAllText(
                Path.Combine(project.Folder, "other.vbproj"),
                File.ReadAllText(Path.Combine(project.Folder, "other.vbproj")).Replace(
                    $"<Compile Include=\"{file}\" />", "", StringComparison.Ordinal));
        }

        project.Write(file, text);
        var build = packages.Dotnet(project.Folder, "build");
        Assert.Equal(1, build.Code);
        Assert.Contains($"error : Repro writes C#, and this project is written in {language}.", build.Output, StringComparison.Ordinal);
        Assert.Contains("1 Error(s)", build.Lines);
    }

    [Theory]
    [InlineData("statements", "App.cs", "System.Console.WriteLine(\"mine\");")]
    [InlineData(
        "method", "Sources/Start.cs", "internal static class Start { private static void Main() => System.Console.WriteLine(\"mine\"); }")]
    [InlineData(
        "usual", "Program.cs", "using Repro.Experiments;\nSystem.Console.WriteLine(ExperimentCatalog.All.Count == 1 ? \"mine\" : \"\");")]
    public void AnEntryPointInAnyFileIsTheProgram(string name, string file, string text)
    {
        var project = UserProject.Create(packages, name);
        project.Write(file, text);
        var run = packages.Dotnet(project.Folder, "run");
        Assert.True(run.Code == 0, run.Output);
        Assert.Contains("mine", run.Lines);
    }

    // A trimmed program has no reflection in System.Text.Json. This switch takes it away without the packages that trimming needs.
    [Fact]
    public void EveryCommandWorksWithoutReflectionInJson()
    {
        var project = UserProject.Create(
            packages, "trimmed",
            properties: "<JsonSerializerIsReflectionEnabledByDefault>false</JsonSerializerIsReflectionEnabledByDefault>");
        foreach (var command in (string[][])
        [
            ["run", "tiny"], ["accept", "tiny"], ["reproduce"], ["verify"], ["list"], ["check"], ["report"], ["lock-data", "shapes"],
            ["run", "tiny", "--seed", "1"], ["trace", "tiny", "--output", "a.trace"], ["bisect", "tiny"], ["bisect", "a.trace"],
            ["diff", "artifacts/tiny", "artifacts/tiny", "--format", "json", "--output", "diff.json"],
        ])
        {
            var run = packages.Dotnet(
                project.Folder, ["run", .. command[0] == "run" && command.Length == 2 ? (string[])[] : ["--no-build"], "--", .. command]);
            Assert.True(run.Code == 0, $"{string.Join(' ', command)}: {run.Output}");
        }
    }

    [Fact]
    public void ALibraryHasNoProgram()
    {
        var project = UserProject.Create(packages, "library", properties: "<OutputType>Library</OutputType>");
        var build = packages.Dotnet(project.Folder, "build");
        Assert.True(build.Code == 0, build.Output);
        Assert.DoesNotContain("ExperimentsProgram.g.cs", UserProject.GeneratedFiles(project.Folder));
    }
}
