using Repro.Cli.Context;
using Repro.Runtime;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Cli.Tests.Context;

public sealed class RepositoryRootTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ItIsTheNearestFolderUpwardsFromTheFirstStartThatHasOne()
    {
        var inner = Directory.CreateDirectory(folder.Join("a", "b", "c")).FullName;
        var other = Directory.CreateDirectory(folder.Join("d")).FullName;
        File.WriteAllText(folder.Join("a", "experiments.yaml"), "");
        File.WriteAllText(folder.Join("a", "b", "experiments.yaml"), "");
        Assert.Equal(folder.Join("a", "b"), RepositoryRoot.Find(other, inner));
    }

    [Fact]
    public void WithoutOneThereIsAMessage() => Assert.Equal(
        $"There is no experiments.yaml in '{folder.Path}' or a folder above it. Run repro inside the repository.",
        Assert.Throws<ReproException>(() => RepositoryRoot.Find(folder.Path, folder.Path)).Message);
}
