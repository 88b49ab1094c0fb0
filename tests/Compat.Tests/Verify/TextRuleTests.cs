using static Repro.Compat.Tests.Snapshots.SnapshotFolder;

namespace Repro.Compat.Tests.Snapshots;

public sealed class TextRuleTests : IDisposable
{
    private readonly SnapshotFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("a\r\nb\rc\nd", "a\nb\nc\nd")]
    [InlineData("no final line feed", "no final line feed")]
    [InlineData("ends\n", "ends\n")]
    [InlineData("", "emptyString")]
    [InlineData(null, "null")]
    [InlineData("\uFEFFmarked", "marked")]
    [InlineData("ä∑😀", "ä∑😀")]
    public async Task TextIsWrittenAsUTF8WithMarkAndLineFeeds(string? text, string expected)
    {
        await FailureOf(folder.Verify(text));

        Assert.Equal(
            [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(expected)], File.ReadAllBytes(folder["a.received.txt"]));
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\r\nb")]
    [InlineData("a\rb")]
    [InlineData("\uFEFFa\nb")]
    [InlineData("a\nb\n")]
    [InlineData("a\r\nb\r\n")]
    public async Task AVerifiedTextMayDifferInMarkLineEndingsAndOneFinalLineFeed(string verified)
    {
        folder.Write("a.verified.txt", verified);

        await folder.Verify("a\nb");

        Assert.Equal(["a.verified.txt"], folder.Files);
    }

    [Theory]
    [InlineData("a\nb\n\n", "a\nb")]
    [InlineData("a\nb", "a\nb\n")]
    [InlineData("a\nb ", "a\nb")]
    [InlineData("A\nb", "a\nb")]
    [InlineData("a\u0301", "\u00E1")]
    public async Task EveryOtherDifferenceFails(string verified, string received)
    {
        folder.Write("a.verified.txt", verified);

        await FailureOf(folder.Verify(received));
    }

    [Fact]
    public async Task WithoutMarkWhenAsked()
    {
        var test = new TestCase(folder["Tests.cs"], typeof(TextRuleTests).GetMethod(nameof(Dispose))!);
        var global = new GlobalSettings { Utf8NoBom = true };

        await Assert.ThrowsAnyAsync<Exception>(
            () => new SnapshotVerification(test, new VerifySettings(), global).Run([new Target("txt", "text")]));

        Assert.Equal("text"u8.ToArray(), File.ReadAllBytes(folder["TextRuleTests.Dispose.received.txt"]));
    }
}
