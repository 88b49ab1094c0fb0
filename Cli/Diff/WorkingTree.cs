using Repro.Cli.Context;
using Repro.Runtime.Comparison;
using Repro.Runtime.Snapshots;

namespace Repro.Cli.Diff;

/// <summary>The snapshots as they lie in the folder now.</summary>
internal sealed class WorkingTree(CliContext context) : IResultSet
{
    public string Name => "the working tree";

    public IReadOnlyList<string> Experiments => context.Snapshots.Names;

    public IReadOnlyDictionary<string, string> Specification
    {
        get
        {
            var included = Path.Combine(context.Root, SpecificationFiles.Folder);
            string[] more = Directory.Exists(included) ? Directory.GetFiles(included) : [];
            return more.Prepend(Path.Combine(context.Root, SpecificationFiles.Main))
                .Select(file => (Path: Path.GetRelativePath(context.Root, file).Replace('\\', '/'), File: file))
                .Where(entry => SpecificationFiles.Contain(entry.Path))
                .ToDictionary(entry => entry.Path, entry => File.ReadAllText(entry.File), StringComparer.Ordinal);
        }
    }

    public string? Identity(string experiment) => null;

    public ComparisonSide? Find(string experiment) => ComparisonSide.Of(context.Snapshots, experiment);

    public string? HostedPath(string experiment, SnapshotPicture picture) => null;
}
