namespace Repro.Packaging.Tests;

/// <summary>
/// A project outside this repository that refers to the package, with an experiments.yaml and the pictures of the template.
/// </summary>
/// <param name="Folder">Its folder.</param>
internal sealed record UserProject(string Folder)
{
    public const string Yaml = """
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

    /// <summary>Writes a project.</summary>
    /// <param name="packages">The packages.</param>
    /// <param name="name">The name of its folder and, unless <paramref name="file"/> says otherwise, of its file.</param>
    /// <param name="yaml">Its experiments.yaml; <c>null</c> for none.</param>
    /// <param name="properties">Elements of its property group.</param>
    /// <param name="items">Elements of its item group.</param>
    /// <param name="file">The name of its file.</param>
    public static UserProject Create(
        Packages packages, string name, string? yaml = Yaml, string properties = "", string items = "", string? file = null)
    {
        var project = new UserProject(packages.Join(name));
        var images = Directory.CreateDirectory(Path.Combine(project.Folder, "images")).FullName;
        foreach (
            var image in Directory.GetFiles(Path.Combine(BuiltFrom.Repository, "Packaging", "Templates", "templates", "repro", "images")))
        {
            File.Copy(image, Path.Combine(images, Path.GetFileName(image)));
        }

        project.Write(file ?? $"{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Repro" Version="{packages.Version}" />
                {items}
              </ItemGroup>
            </Project>
            """);
        if (yaml is not null)
        {
            project.Write("experiments.yaml", yaml);
        }

        return project;
    }

    /// <summary>The names of the files that the generator wrote.</summary>
    public static IEnumerable<string> GeneratedFiles(string folder) =>
        Directory.GetFiles(Path.Combine(folder, "obj"), "*.g.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(file))
            .Where(name => !name.Contains("GlobalUsings", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <summary>Writes a file of the project.</summary>
    public void Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
