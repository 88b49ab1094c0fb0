using Repro.Cli.Context;

namespace Repro.Experiments.Tests.Locked;

/// <summary>The folders of the repository that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = RepositoryRoot.Find(AppContext.BaseDirectory);

    public static string Snapshots { get; } = Path.Combine(Root, "tests", "Experiments.Tests", "Snapshots");
}
