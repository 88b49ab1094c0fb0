namespace Repro.Packaging.Tests;

/// <summary>What another project needs: one package, one experiments.yaml. Everything happens outside this repository.</summary>
public sealed class PackageTests(Packages packages) : IClassFixture<Packages>
{
    private const string Yaml = """
        # yaml-language-server: $schema=./experiments.schema.json
        version: 1
        data:
          shapes: { folder: images, size: [16, 16] }
        architectures:
          small:
            kind: variational
            input: [3, 16, 16]
            latent: 2
            encoder:
              - conv: { channels: 4, kernel: 4, stride: 4 }
              - relu
            decoder:
              - linear: [4, 4, 4]
              - conv_transpose: { channels: 3, kernel: 4, stride: 4 }
              - sigmoid
        experiments:
          tiny:
            architecture: small
            data: shapes
            seed: 1
            epochs: 2
            batch: 12
            optimizer: { adam: { learning_rate: 1e-2 } }
            loss: evidence_lower_bound
            captures: [2]
        """;

    [Fact]
    public void AProjectWithOnePackageBuildsTrainsReproducesAndVerifies()
    {
        var project = Project("paper", Yaml);

        var build = packages.Dotnet(project, "build");
        Assert.True(build.Code == 0, build.Output);
        Assert.Contains("experiments.yaml: 1 architecture, 1 experiment, 1 not locked", build.Lines);
        Assert.Contains("0 Warning(s)", build.Lines);
        Assert.Equal(
            File.ReadAllText(Path.Combine(BuiltFrom.Repository, "experiments.schema.json")), File.ReadAllText(Path.Combine(project, "experiments.schema.json")));
        Assert.Equal(
            ["ExperimentCatalog.g.cs", "Small.g.cs", "Tiny.g.cs"],
            Directory.GetFiles(Path.Combine(project, "obj"), "*.g.cs", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)
                .Where(name => !name.Contains("GlobalUsings", StringComparison.Ordinal)));

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
        var project = Project("mistaken", Yaml.Replace("latent: 2", "latent: many", StringComparison.Ordinal));
        var build = packages.Dotnet(project, "build");
        Assert.Equal(1, build.Code);
        Assert.Contains($"{Path.Combine(project, "experiments.yaml")}(9,13): error REPRO006: ", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutExperimentsTheBuildSaysWhatIsMissing()
    {
        var project = Project("empty", yaml: null);
        var build = packages.Dotnet(project, "build");
        Assert.Equal(1, build.Code);
        Assert.Contains($"error : There is no experiments.yaml in '{project}' or a folder above it.", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ANewProjectOfTheTemplateBuildsAndTrains()
    {
        var hive = packages.Join("hive");
        var install = packages.Dotnet(packages.Join(), "new", "install", packages.Join("feed", $"Repro.Templates.{packages.Version}.nupkg"), "--debug:custom-hive", hive);
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

    /// <summary>A project of one package reference, an experiments.yaml and the pictures of the template.</summary>
    private string Project(string name, string? yaml)
    {
        var folder = packages.Join(name);
        var images = Directory.CreateDirectory(Path.Combine(folder, "images")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(BuiltFrom.Repository, "Packaging", "Templates", "templates", "repro", "images")))
        {
            File.Copy(file, Path.Combine(images, Path.GetFileName(file)));
        }

        File.WriteAllText(Path.Combine(folder, $"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Repro" Version="{packages.Version}" />
              </ItemGroup>
            </Project>
            """);
        if (yaml is not null)
        {
            File.WriteAllText(Path.Combine(folder, "experiments.yaml"), yaml);
        }

        return folder;
    }
}
