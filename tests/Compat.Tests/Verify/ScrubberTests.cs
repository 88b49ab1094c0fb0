using static Repro.Compat.Tests.Snapshots.SnapshotFolder;

namespace Repro.Compat.Tests.Snapshots;

public sealed class ScrubberTests : IDisposable
{
    private readonly SnapshotFolder folder = new();

    public void Dispose() => folder.Dispose();

    private async Task<string> Scrubbed(SettingsTask verification, string extension = "txt")
    {
        await FailureOf(verification);
        return folder.Read($"a.received.{extension}");
    }

    [Fact]
    public async Task AScrubberChangesTheText() =>
        Assert.Equal("b-c", await Scrubbed(folder.Verify("a-c").AddScrubber(text => text.Replace('a', 'b'))));

    [Fact]
    public async Task TheScrubberRegisteredLastRunsFirstUnlessPlacedLast() => Assert.Equal(
        "213",
        await Scrubbed(folder.Verify("x")
            .AddScrubber(text => text.Replace("x", "").Append('1'))
            .AddScrubber(text => text.Replace("x", "").Append('2'))
            .AddScrubber(text => text.Append('3'), ScrubberLocation.Last)));

    [Fact]
    public async Task AScrubberCanBeForOneExtension()
    {
        await FailureOf(folder.Verify(new Target("txt", "a"), new Target("csv", "a"))
            .AddScrubber("csv", text => text.Append('!')));

        Assert.Equal("a", folder.Read("a.received.txt"));
        Assert.Equal("a!", folder.Read("a.received.csv"));
    }

    [Fact]
    public async Task LinesCanBeRemoved() =>
        Assert.Equal("a\nc", await Scrubbed(folder.Verify("a\nb\nc").ScrubLines(line => line == "b")));

    [Fact]
    public async Task LinesCanBeReplacedOrRemoved() => Assert.Equal(
        "A\nC\n",
        await Scrubbed(folder.Verify("a\nb\nc\n")
            .ScrubLinesWithReplace(line => line == "b" ? null : line.ToUpperInvariant())));

    [Fact]
    public async Task LinesContainingATextCanBeRemoved()
    {
        Assert.Equal("keep", await Scrubbed(folder.Verify("keep\nSeconds: 3").ScrubLinesContaining("seconds")));
        Assert.Equal(
            "keep\nSeconds: 3",
            await Scrubbed(folder.Verify("keep\nSeconds: 3")
                .DisableRequireUniquePrefix()
                .ScrubLinesContaining(StringComparison.Ordinal, "seconds")));
    }

    [Fact]
    public async Task GlobalScrubbersRunAfterThoseOfTheCall()
    {
        var settings = new VerifySettings();
        settings.AddScrubber(text => text.Append('1'));
        var global = new GlobalSettings();
        global.Configure(g => g.Scrubbers = g.Scrubbers
            .With(text => text.Append('3'), ScrubberLocation.First)
            .With("txt", text => text.Append('2'), ScrubberLocation.First));
        var test = new TestCase(folder["T.cs"], typeof(ScrubberTests).GetMethod(nameof(Dispose))!);

        await Assert.ThrowsAnyAsync<Exception>(() => new SnapshotVerification(test, settings, global).Run([new Target("txt", "0")]));

        Assert.Equal("0123", folder.Read("ScrubberTests.Dispose.received.txt"));
    }

    [Fact]
    public async Task FoldersOfThisMachineAreNamed()
    {
        var project = new TestCase("", typeof(ScrubberTests).GetMethod(nameof(Dispose))!).ProjectDirectory;

        Assert.Equal("at {ProjectDirectory}Verify/x.cs", await Scrubbed(folder.Verify($"at {project}Verify/x.cs")));
    }
}
