using static Repro.Compat.Tests.Snapshots.SnapshotFolder;

namespace Repro.Compat.Tests.Snapshots;

public sealed class FailureMessageTests : IDisposable
{
    private readonly SnapshotFolder folder = new();

    public void Dispose() => folder.Dispose();

    private Target[] Targets()
    {
        folder.Write("a#changed.verified.txt", "old\nlines");
        folder.Write("a#same.verified.txt", "same");
        folder.Write("a#gone.verified.txt", "gone");
        folder.Write("a#image.verified.png", [1]);
        return
        [
            new Target("txt", "fresh", "fresh"), new Target("txt", "new\nlines", "changed"), new Target("txt", "same", "same"),
            Binary("png", [2], "image"),
        ];
    }

    private string FilesPart => $"""
        Directory: {folder.Path}
        New:
          - Received: a#fresh.received.txt
            Verified: a#fresh.verified.txt
        NotEqual:
          - Received: a#changed.received.txt
            Verified: a#changed.verified.txt
          - Received: a#image.received.png
            Verified: a#image.verified.png
        Delete:
          - a#gone.verified.txt
        Equal:
          - Received: a#same.received.txt
            Verified: a#same.verified.txt

        """;

    [Fact]
    public async Task ListsTheFilesByOutcomeThenTheTexts() => Assert.Equal(
        FilesPart + """

        FileContent:

        New:

        Received: a#fresh.received.txt
        fresh

        NotEqual:

        Received: a#changed.received.txt
        new
        lines
        Verified: a#changed.verified.txt
        old
        lines


        """,
        await FailureOf(folder.Verify(Targets())));

    [Fact]
    public async Task TextsCanBeOmitted()
    {
        var settings = new VerifySettings();
        settings.UseFileName("a");
        var test = new TestCase(folder["T.cs"], typeof(FailureMessageTests).GetMethod(nameof(Dispose))!);
        var verification = new SnapshotVerification(test, settings, new GlobalSettings { OmitContent = true });

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => verification.Run(Targets()));

        Assert.Equal(FilesPart, exception.Message);
    }
}
