namespace Repro.Packaging.Tests;

/// <summary>The name of a folder is a name, also when a shell, MSBuild or the compiler would read something into it.</summary>
[Collection(nameof(Packages))]
public sealed class OddPathTests(Packages packages)
{
    // The SDK itself builds no project in a folder whose name holds * ? \ { } or %24. Windows has no " | < > in names.
    private static readonly string Odd =
        "a  b$HOME`id`$(id);%TEMP%&(x)'y'@!PATH!,#^=+~[z]" + (OperatingSystem.IsWindows() ? "" : "\"q|<>");

    [Fact]
    public void TheTargetsRunInAFolderOfAnyName()
    {
        // The project is in one such folder, its experiments.yaml in another one above.
        var project = UserProject.Create(packages, Path.Combine(Odd, Odd), yaml: null, file: "odd.csproj");
        var root = new UserProject(packages.Join(Odd));
        Directory.Move(Path.Combine(project.Folder, "images"), Path.Combine(root.Folder, "images"));
        root.Write("experiments.yaml", UserProject.Yaml + "\ninclude: [experiments/other.yaml]\n");
        root.Write("experiments/other.yaml", "version: 1\nexperiments:\n  other: { like: tiny, seed: 2 }\n");

        var build = packages.Dotnet(project.Folder, "build");
        Assert.True(build.Code == 0, build.Output);
        Assert.Contains("experiments.yaml: 1 architecture, 2 experiments, 2 not locked", build.Lines);
        Assert.Contains("0 Warning(s)", build.Lines);

        var reproduce = packages.Dotnet(
            project.Folder, "build", "--no-restore", "-t:Reproduce", "-p:Experiment=tiny", "-p:ReproArguments=--threads 1");
        Assert.True(reproduce.Code == 0, reproduce.Output);
        Assert.True(File.Exists(Path.Combine(root.Folder, "artifacts", "tiny", "run.json")), reproduce.Output);
        Assert.False(Directory.Exists(Path.Combine(root.Folder, "artifacts", "other")), reproduce.Output);

        var accept = packages.Dotnet(project.Folder, "run", "--no-build", "--", "accept", "tiny");
        Assert.True(accept.Code == 0, accept.Output);
        var verify = packages.Dotnet(
            project.Folder, "build", "--no-restore", "-t:VerifyLocked", "-p:Experiment=tiny", "-p:UseAppHost=false");
        Assert.True(verify.Code == 0, verify.Output);
        Assert.Contains("tiny: same as its snapshot (2 of 2 epochs)", verify.Lines);

        // Names and options are words, and nothing more.
        var attack = packages.Dotnet(
            project.Folder, "build", "--no-restore", "-t:Reproduce", "-p:Experiment=$(touch${IFS}taken)`touch${IFS}taken`",
            "-p:ReproArguments=*");
        Assert.Equal(1, attack.Code);
        Assert.Contains("error : repro: There is no experiment '", attack.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(root.Folder, "taken")));
    }
}
