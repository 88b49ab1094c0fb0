using static Repro.Compat.Tests.Snapshots.SnapshotFolder;

namespace Repro.Compat.Tests.Snapshots;

public sealed class AutoVerifyTests : IDisposable
{
    private readonly SnapshotFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task AcceptsNewDifferingAndLeftOverFiles()
    {
        folder.Write("a.verified.txt", "old");
        folder.Write("a#gone.verified.txt", "gone");

        var result = await folder.Verify(new Target("txt", "new"), Binary("png", [1, 2])).AutoVerify();

        Assert.Equal(["a.verified.png", "a.verified.txt"], folder.Files);
        Assert.Equal("new", folder.Read("a.verified.txt"));
        Assert.Equal("new", result.Text);
        Assert.Equal(2, result.Files.Count());
    }

    [Fact]
    public async Task CanAcceptAndFail()
    {
        await FailureOf(folder.Verify("new").AutoVerify(throwException: true));

        Assert.Equal(["a.verified.txt"], folder.Files);
    }

    [Theory]
    [InlineData("GITLAB_CI", "", true)]
    [InlineData("TF_BUILD", "True", true)]
    [InlineData("TF_BUILD", "False", false)]
    [InlineData("BuildRunner", "MyGet", true)]
    [InlineData("DOTNET_RUNNING_IN_CONTAINER", "true", true)]
    [InlineData("CI", "true", false)]
    public void KnowsABuildServerByItsEnvironment(string name, string value, bool expected) =>
        Assert.Equal(expected, BuildServer.Detect(variable => variable == name ? value : null));
}
