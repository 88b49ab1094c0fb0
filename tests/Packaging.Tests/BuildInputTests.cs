namespace Repro.Packaging.Tests;

/// <summary>A build gives what its files say now, however they came to say it.</summary>
[Collection(nameof(Packages))]
public sealed class BuildInputTests(Packages packages)
{
    private const string More = "<!-- more -->";

    private const string Other = """
        version: 1
        experiments:
          other: { like: tiny, seed: 2 }
        """;

    [Fact]
    public void EveryChangeOfTheFilesIsSeen()
    {
        var project = UserProject.Create(packages, "inputs", UserProject.Yaml + "\ninclude: [experiments/other.yaml]\n", items: More);
        var other = Path.Combine(project.Folder, "experiments", "other.yaml");
        project.Write("experiments/other.yaml", Other);
        Builds(project, "1 architecture, 2 experiments, 2 not locked");
        Builds(project, summary: null);

        // An older file takes the place of a newer one.
        project.Write("older.yaml", Other.Replace("other:", "older:", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(Path.Combine(project.Folder, "older.yaml"), new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        File.Move(Path.Combine(project.Folder, "older.yaml"), other, overwrite: true);
        Builds(project, "1 architecture, 2 experiments, 2 not locked");
        Assert.Contains("Older.g.cs", UserProject.GeneratedFiles(project.Folder));
        Assert.DoesNotContain("Other.g.cs", UserProject.GeneratedFiles(project.Folder));

        // Another file under the same times and length.
        var time = File.GetLastWriteTimeUtc(other);
        File.WriteAllText(other, File.ReadAllText(other).Replace("older:", "newer:", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(other, time);
        Builds(project, "1 architecture, 2 experiments, 2 not locked");
        Assert.Contains("Newer.g.cs", UserProject.GeneratedFiles(project.Folder));

        // A link leads to another file.
        if (!OperatingSystem.IsWindows())
        {
            project.Write("elsewhere/a.txt", Other.Replace("other:", "linked-a:", StringComparison.Ordinal));
            project.Write("elsewhere/b.txt", Other.Replace("other:", "linked-b:", StringComparison.Ordinal));
            foreach (var target in (string[])["a", "b"])
            {
                File.Delete(other);
                File.CreateSymbolicLink(other, Path.Combine(project.Folder, "elsewhere", $"{target}.txt"));
                Builds(project, "1 architecture, 2 experiments, 2 not locked");
                Assert.Contains($"Linked{target.ToUpperInvariant()}.g.cs", UserProject.GeneratedFiles(project.Folder));
            }
        }

        // The file gets another name.
        File.Move(other, Path.Combine(project.Folder, "experiments", "another.yaml"));
        Fails(project, "REPRO040");
        File.Move(Path.Combine(project.Folder, "experiments", "another.yaml"), other);
        Builds(project, "1 architecture, 2 experiments, 2 not locked");

        // The file is gone.
        File.Delete(other);
        Fails(project, "REPRO040");
        project.Write("experiments.yaml", UserProject.Yaml);
        Builds(project, "1 architecture, 1 experiment, 1 not locked");
        Assert.DoesNotContain(UserProject.GeneratedFiles(project.Folder), name => name.StartsWith("Linked", StringComparison.Ordinal));

        // Another pattern of the project finds another file.
        project.Write("experiments.yaml", UserProject.Yaml + "\ninclude: [more/other.yaml]\n");
        project.Write("more/other.yaml", Other);
        Fails(project, "REPRO040");
        var file = Path.Combine(project.Folder, "inputs.csproj");
        File.WriteAllText(
            file, File.ReadAllText(file).Replace(More, "<AdditionalFiles Include=\"more/*.yaml\" />", StringComparison.Ordinal));
        Builds(project, "1 architecture, 2 experiments, 2 not locked");

        // A snapshot comes and goes.
        project.Write("Snapshots/tiny.verified.txt", "");
        Builds(project, "1 architecture, 2 experiments, 1 not locked");
        Builds(project, summary: null);
        File.Delete(Path.Combine(project.Folder, "Snapshots", "tiny.verified.txt"));
        Builds(project, "1 architecture, 2 experiments, 2 not locked");

        // The schema is written again, also over one that was edited.
        var schema = Path.Combine(project.Folder, "experiments.schema.json");
        var text = File.ReadAllText(schema);
        File.WriteAllText(schema, "{}");
        Builds(project, summary: null);
        Assert.Equal(text, File.ReadAllText(schema));
    }

    private void Builds(UserProject project, string? summary)
    {
        var build = packages.Dotnet(project.Folder, "build");
        Assert.True(build.Code == 0, build.Output);
        Assert.Equal(
            summary is null ? [] : [$"experiments.yaml: {summary}"],
            build.Lines.Where(line => line.StartsWith("experiments.yaml: ", StringComparison.Ordinal)));
    }

    private void Fails(UserProject project, string id)
    {
        var build = packages.Dotnet(project.Folder, "build");
        Assert.True(build.Code == 1, build.Output);
        Assert.Contains($"error {id}: ", build.Output, StringComparison.Ordinal);
    }
}
