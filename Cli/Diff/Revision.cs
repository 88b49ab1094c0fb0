using System.Text;
using Repro.Cli.Git;
using Repro.Runtime.Comparison;
using Repro.Runtime.Snapshots;

namespace Repro.Cli.Diff;

/// <summary>The snapshots of a commit.</summary>
internal sealed class Revision : IResultSet, IDisposable
{
    private readonly SnapshotFolder snapshots;
    private readonly string commit;
    private readonly string prefix;
    private readonly IReadOnlyDictionary<string, string> files;
    private readonly GitObjects objects;

    /// <param name="repository">The repository, at the folder of <c>experiments.yaml</c>.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="name">What the user called it.</param>
    /// <param name="snapshotPath">The folder of the snapshots, relative to that of <c>experiments.yaml</c>.</param>
    public Revision(GitRepository repository, string commit, string name, string snapshotPath)
    {
        this.commit = commit;
        snapshots = new SnapshotFolder(snapshotPath);
        Name = GitRepository.NameOf(name, commit);
        prefix = repository.Prefix;
        files = repository.Files(commit, SpecificationFiles.Main, SpecificationFiles.Folder, snapshotPath);
        objects = repository.OpenObjects();
        Experiments = [.. files.Keys.Select(path => SnapshotFolder.NameOf(Path.GetFileName(path)) is { } experiment && Portable(
            snapshots.VerifiedPath(experiment)) == path ? experiment : null)
            .OfType<string>().Order(StringComparer.Ordinal)];
    }

    public string Name { get; }

    public IReadOnlyList<string> Experiments { get; }

    public IReadOnlyDictionary<string, string> Specification =>
        files.Keys.Where(SpecificationFiles.Contain).ToDictionary(
            path => path, path => Encoding.UTF8.GetString(Read(path)!), StringComparer.Ordinal);

    public string? Identity(string experiment) => files.GetValueOrDefault(Portable(snapshots.VerifiedPath(experiment)));

    public ComparisonSide? Find(string experiment)
    {
        var path = snapshots.VerifiedPath(experiment);
        var source = $"{commit[..10]}:{Portable(path)}";
        return Read(path) is { } text
            ? new ComparisonSide(
                Name,
                SnapshotParser.Parse(Encoding.UTF8.GetString(text), source).RequireOf(experiment, source),
                picture => Read(snapshots.VerifiedPicturePath(experiment, picture.FileName)),
                () => null)
            : null;
    }

    public string? HostedPath(string experiment, SnapshotPicture picture) =>
        $"raw/{commit}/{prefix}{Portable(snapshots.VerifiedPicturePath(experiment, picture.FileName))}";

    public void Dispose() => objects.Dispose();

    private byte[]? Read(string path) => files.TryGetValue(Portable(path), out var name) ? objects.Read(name) : null;

    // git's paths have forward slashes everywhere.
    private static string Portable(string path) => path.Replace('\\', '/');
}
