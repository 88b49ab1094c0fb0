using Repro.Experiments.Cli;
using Repro.Runtime;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Experiments.Tests.Cli;

public sealed class RepositoryRootTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ItIsTheNearestFolderUpwardsFromTheFirstStartThatHasOne()
    {
        var inner = Directory.CreateDirectory(_folder.Join("a", "b", "c")).FullName;
        var other = Directory.CreateDirectory(_folder.Join("d")).FullName;
        File.WriteAllText(_folder.Join("a", "experiments.yaml"), "");
        File.WriteAllText(_folder.Join("a", "b", "experiments.yaml"), "");
        Assert.Equal(_folder.Join("a", "b"), RepositoryRoot.Find(other, inner));
    }

    [Fact]
    public void WithoutOneThereIsAMessage() => Assert.Equal(
        $"There is no experiments.yaml in '{_folder.Path}' or a folder above it. Run repro inside the repository.",
        Assert.Throws<ReproException>(() => RepositoryRoot.Find(_folder.Path, _folder.Path)).Message);
}
