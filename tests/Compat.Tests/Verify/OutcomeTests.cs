using static Repro.Compat.Tests.Snapshots.SnapshotFolder;

namespace Repro.Compat.Tests.Snapshots;

public sealed class OutcomeTests : IDisposable
{
    private readonly SnapshotFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task EqualPassesAndWritesNothing()
    {
        folder.Write("a.verified.txt", "text");

        var result = await folder.Verify("text");

        Assert.Equal(["a.verified.txt"], folder.Files);
        Assert.Equal("text", result.Text);
        Assert.Equal("text", result.Target);
        Assert.Equal([folder["a.verified.txt"]], result.Files);
    }

    [Fact]
    public async Task NewFailsAndWritesTheReceivedFileOnly()
    {
        await FailureOf(folder.Verify("text"));

        Assert.Equal(["a.received.txt"], folder.Files);
        Assert.Equal("text", folder.Read("a.received.txt"));
    }

    [Fact]
    public async Task AnEmptyVerifiedTextCountsAsNewAndIsRemoved()
    {
        folder.Write("a.verified.txt", "");

        var message = await FailureOf(folder.Verify("text"));

        Assert.Contains("\nNew:\n", message, StringComparison.Ordinal);
        Assert.Equal(["a.received.txt"], folder.Files);
    }

    [Fact]
    public async Task NotEqualFailsAndLeavesTheVerifiedFileAsItWas()
    {
        folder.Write("a.verified.txt", "old");

        await FailureOf(folder.Verify("new"));

        Assert.Equal("old", folder.Read("a.verified.txt"));
        Assert.Equal("new", folder.Read("a.received.txt"));
    }

    [Fact]
    public async Task ALeftOverVerifiedFileFailsAndStays()
    {
        folder.Write("a.verified.txt", "text");
        folder.Write("a#gone.verified.png", [1]);

        var message = await FailureOf(folder.Verify("text"));

        Assert.Contains("\nDelete:\n  - a#gone.verified.png\n", message, StringComparison.Ordinal);
        Assert.Equal(["a#gone.verified.png", "a.verified.txt"], folder.Files);
    }

    [Fact]
    public async Task FilesOfOtherPrefixesAreLeftAlone()
    {
        string[] others = ["a.b.verified.txt", "ab.verified.txt", "b.received.txt", "a.b.received.txt"];
        foreach (var other in others)
        {
            folder.Write(other, "other");
        }

        folder.Write("a.verified.txt", "text");
        await folder.Verify("text");

        Assert.Equal([.. others.Append("a.verified.txt").Order(StringComparer.Ordinal)], folder.Files);
    }

    [Fact]
    public async Task ReceivedFilesOfAnEarlierRunAreRemoved()
    {
        folder.Write("a.verified.txt", "text");
        folder.Write("a.received.txt", "earlier");
        folder.Write("a#x.received.png", [1]);

        await folder.Verify("text");

        Assert.Equal(["a.verified.txt"], folder.Files);
    }

    [Fact]
    public async Task OneWrongTargetDoesNotHideTheOthers()
    {
        folder.Write("a#1.verified.txt", "one");
        folder.Write("a#2.verified.txt", "two");

        await FailureOf(folder.Verify(
            new Target("txt", "wrong", "1"), new Target("txt", "two", "2"), new Target("txt", "three", "3")));

        Assert.Equal(
            ["a#1.received.txt", "a#1.verified.txt", "a#2.verified.txt", "a#3.received.txt"], folder.Files);
    }

    [Fact]
    public async Task NothingToVerifyIsAnError() =>
        await Assert.ThrowsAnyAsync<Exception>(() => folder.Verify().ToTask());

    [Fact]
    public async Task AFailureHasNoStackTrace()
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => folder.Verify("text").ToTask());

        Assert.Equal("", exception.StackTrace);
    }
}
