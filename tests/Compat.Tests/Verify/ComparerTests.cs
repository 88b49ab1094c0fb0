using static Repro.Compat.Tests.Snapshots.SnapshotFolder;

namespace Repro.Compat.Tests.Snapshots;

public sealed class ComparerTests : IDisposable
{
    private readonly SnapshotFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static StringCompare Saying(string message) => (_, _, _) => Task.FromResult(CompareResult.NotEqual(message));

    private static Task<CompareResult> Fails(Stream received, Stream verified, IReadOnlyDictionary<string, object> context) =>
        Task.FromResult(CompareResult.NotEqual("differs"));

    [Fact]
    public async Task AStringComparerSeesTextsThatDiffer()
    {
        folder.Write("a.verified.txt", "verified");

        await folder.Verify("received").UseStringComparer((received, verified, _) =>
            Task.FromResult(new CompareResult(received == "received" && verified == "verified")));

        Assert.Equal(["a.verified.txt"], folder.Files);
    }

    [Fact]
    public async Task AStringComparerIsNotAskedAboutEqualTexts()
    {
        folder.Write("a.verified.txt", "text");

        await folder.Verify("text").UseStringComparer(Saying("never asked"));
    }

    [Fact]
    public async Task AStreamComparerIsAskedAboutEqualBytesToo()
    {
        folder.Write("a.verified.png", [1]);

        var message = await FailureOf(folder.Verify(Binary("png", [1])).UseStreamComparer(Fails));

        Assert.EndsWith(
            "NotEqual:\n\nReceived: a.received.png\nVerified: a.verified.png\nCompare Result:\ndiffers\n\n",
            message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStreamComparerIsNotAskedOnceATextDiffered()
    {
        folder.Write("a.verified.txt", "old");
        folder.Write("a.verified.png", [1]);

        var message = await FailureOf(folder.Verify(new Target("txt", "new"), Binary("png", [1])).UseStreamComparer(Fails));

        Assert.Contains("Equal:\n  - Received: a.received.png\n", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStreamComparerIsNotAskedAboutANewFile()
    {
        var message = await FailureOf(folder.Verify(Binary("png", [1])).UseStreamComparer(Fails));

        Assert.Contains("\nNew:\n", message, StringComparison.Ordinal);
        Assert.DoesNotContain("differs", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AComparerGetsBothFilesAndTheContext()
    {
        folder.Write("a.verified.png", [1, 2]);
        var settings = new VerifySettings();
        settings.Context["limit"] = 3;
        settings.UseStreamComparer((received, verified, context) => Task.FromResult(
            new CompareResult(received.ReadByte() == 5 && verified.ReadByte() == 1 && context["limit"] is 3)));

        await Verify(new byte[] { 5 }, "png", settings).UseDirectory(folder.Path).UseFileName("a");
    }

    [Theory]
    [InlineData(0, "call, extension")]
    [InlineData(1, "call, general")]
    [InlineData(2, "global, extension")]
    [InlineData(3, "global, general")]
    public async Task TheNearestComparerIsAsked(int absent, string expected)
    {
        var test = new TestCase(folder["T.cs"], typeof(ComparerTests).GetMethod(nameof(Dispose))!);
        folder.Write("ComparerTests.Dispose.verified.csv", "verified");
        var settings = new VerifySettings();
        var global = new GlobalSettings();
        global.StringComparers = global.StringComparers.WithGeneral(Saying("global, general"));
        if (absent < 3)
        {
            global.StringComparers = global.StringComparers.With("csv", Saying("global, extension"));
        }

        if (absent < 2)
        {
            settings.UseStringComparer(Saying("call, general"));
        }

        if (absent < 1)
        {
            settings.UseStringComparer(Saying("call, extension"), "csv");
        }

        var exception = await Assert.ThrowsAnyAsync<Exception>(
            () => new SnapshotVerification(test, settings, global).Run([new Target("csv", "received")]));

        Assert.EndsWith($"Compare Result:\n{expected}\n\n", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AComparerThatThrowsNamesTheFiles()
    {
        folder.Write("a.verified.txt", "verified");

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => folder.Verify("received")
            .UseStringComparer((_, _, _) => throw new InvalidOperationException("inside")).ToTask());

        Assert.Equal(
            $"Failed to compare files:\nReceivedPath: {folder["a.received.txt"]}\nVerifiedPath: {folder["a.verified.txt"]}",
            exception.Message);
        Assert.Equal("inside", exception.InnerException?.Message);
    }

    [Fact]
    public void ResultsSayWhatTheyAre()
    {
        Assert.True(CompareResult.Equal.IsEqual);
        Assert.False(CompareResult.NotEqual().IsEqual);
        Assert.Null(CompareResult.NotEqual().Message);
        Assert.Equal("why", CompareResult.NotEqual("why").Message);
        Assert.True(new CompareResult(true).IsEqual);
        Assert.False(new CompareResult(false).IsEqual);
    }
}
