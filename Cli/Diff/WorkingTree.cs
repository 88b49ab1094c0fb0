using Repro.Cli.Context;
using Repro.Runtime.Comparison;
using Repro.Runtime.Files;
using Repro.Runtime.Snapshots;

namespace Repro.Cli.Diff;

/// <summary>The snapshots in the folder now.</summary>
internal sealed class WorkingTree(CliContext context) : IResultSet
{
    public string Name => "the working tree";

    public IReadOnlyList<string> Experiments => context.Snapshots.Names;

    public IReadOnlyDictionary<string, string> Specification
    {
        get
        {
            var included = Path.Combine(context.Root, SpecificationFiles.Folder);
            return Folders.Files(included).Prepend(Path.Combine(context.Root, SpecificationFiles.Main))
                .Select(file => (Path: Path.GetRelativePath(context.Root, file).Replace('\\', '/'), File: file))
                .Where(entry => SpecificationFiles.Contain(entry.Path))
                .ToDictionary(entry => entry.Path, entry => RegularFile.Read(entry.File, RegularFile.ReadAllText), StringComparer.Ordinal);
        }
    }

    public string? Identity(string experiment) => null;

    public ComparisonSide? Find(string experiment) => ComparisonSide.Of(context.Snapshots, experiment);

    public string? HostedPath(string experiment, SnapshotPicture picture) => null;
}
