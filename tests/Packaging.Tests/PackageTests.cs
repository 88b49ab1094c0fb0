namespace Repro.Packaging.Tests;

/// <summary>A project outside this repository needs one package and one experiments.yaml.</summary>
[Collection(nameof(Packages))]
public sealed class PackageTests(Packages packages)
{
    [Fact]
    public void AProjectWithOnePackageBuildsTrainsReproducesAndVerifies()
    {
        var project = UserProject.Create(packages, "paper").Folder;

        var build = packages.Dotnet(project, "build");
        Assert.True(build.Code == 0, build.Output);
        Assert.Contains("experiments.yaml: 1 architecture, 1 experiment, 1 not locked", build.Lines);
        Assert.Contains("0 Warning(s)", build.Lines);
        Assert.Equal(
            File.ReadAllText(Path.Combine(BuiltFrom.Repository, "experiments.schema.json")),
            File.ReadAllText(Path.Combine(project, "experiments.schema.json")));
        Assert.Equal(
            ["ExperimentCatalog.g.cs", "ExperimentsProgram.g.cs", "ExperimentsSummary.g.cs", "Small.g.cs", "Tiny.g.cs"],
            UserProject.GeneratedFiles(project));

        var run = packages.Dotnet(project, "run", "--no-build", "--", "run", "tiny");
        Assert.True(run.Code == 0, run.Output);
        Assert.All(
            (string[])["run.json", "losses.csv", "snapshot.txt", "weights.safetensors", "captures/epoch-002-samples.png"],
            file => Assert.True(File.Exists(Path.Combine(project, "artifacts", "tiny", file)), file));

        var reproduce = packages.Dotnet(project, "build", "--no-restore", "-t:Reproduce");
        Assert.True(reproduce.Code == 0, reproduce.Output);
        Assert.Contains(reproduce.Lines, line => line.StartsWith("tiny is up to date: ", StringComparison.Ordinal));
        Assert.DoesNotContain("experiments.yaml: ", reproduce.Output, StringComparison.Ordinal);

        Assert.Equal(0, packages.Dotnet(project, "run", "--no-build", "--", "accept", "tiny").Code);
        Assert.True(File.Exists(Path.Combine(project, "Snapshots", "tiny.verified.txt")));
        var verify = packages.Dotnet(project, "build", "--no-restore", "-t:VerifyLocked");
        Assert.True(verify.Code == 0, verify.Output);
        Assert.Contains("tiny: same as its snapshot (2 of 2 epochs)", verify.Lines);

        var unknown = packages.Dotnet(project, "build", "--no-restore", "-t:Reproduce", "-p:Experiment=tinyy");
        Assert.NotEqual(0, unknown.Code);
        Assert.Contains("error : repro: There is no experiment 'tinyy'. Did you mean 'tiny'?", unknown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AMistakeIsAnErrorAtItsPlace()
    {
        var yaml = UserProject.Yaml.Replace("latent: 2", "latent: many", StringComparison.Ordinal);
        var project = UserProject.Create(packages, "mistaken", yaml).Folder;
        var build = packages.Dotnet(project, "build");
        Assert.Equal(1, build.Code);
        Assert.Contains($"{Path.Combine(project, "experiments.yaml")}(9,13): error REPRO006: ", build.Output, StringComparison.Ordinal);

        // The address of the diagnostic's page leads to a file that came with the package.
        var page = packages.Join("packages", "repro", packages.Version, "build", "diagnostics", "REPRO006.md");
        Assert.Contains($"({new Uri(page).AbsoluteUri})", build.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(page), page);
    }

    [Fact]
    public void WithoutExperimentsTheBuildSaysWhatIsMissing()
    {
        var project = UserProject.Create(packages, "empty", yaml: null).Folder;
        var build = packages.Dotnet(project, "build");
        Assert.Equal(1, build.Code);
        Assert.Contains(
            $"error : There is no experiments.yaml in '{project}' or a folder above it.", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ANewProjectOfTheTemplateBuildsAndTrains()
    {
        var hive = packages.Join("hive");
        var template = packages.Join("feed", $"Repro.Templates.{packages.Version}.nupkg");
        var install = packages.Dotnet(packages.Join(), "new", "install", template, "--debug:custom-hive", hive);
        Assert.True(install.Code == 0, install.Output);
        var create = packages.Dotnet(packages.Join(), "new", "repro", "-o", "Shapes", "--debug:custom-hive", hive);
        Assert.True(create.Code == 0, create.Output);
        Assert.True(File.Exists(packages.Join("Shapes", "Shapes.csproj")));

        var build = packages.Dotnet(packages.Join("Shapes"), "build");
        Assert.True(build.Code == 0, build.Output);
        Assert.Contains("experiments.yaml: 2 architectures, 2 experiments, 2 not locked", build.Lines);
        Assert.Contains("0 Warning(s)", build.Lines);
        var run = packages.Dotnet(packages.Join("Shapes"), "run", "--no-build", "--", "run", "vae-24", "ae-24", "--epochs", "10");
        Assert.True(run.Code == 0, run.Output);
        Assert.True(File.Exists(packages.Join("Shapes", "artifacts", "vae-24.epochs-10", "captures", "epoch-010-samples.png")));
    }
}
