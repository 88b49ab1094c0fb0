using System.Security.Cryptography;
using System.Text.Json;
using Repro.Runtime.Files;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Files;

public sealed class FileDigestTests : IDisposable
{
    private const string Name = "below/a.bin";
    private static readonly byte[] Content = [.. Enumerable.Range(0, 300).Select(i => (byte)(i * 7))];
    private readonly TemporaryFolder folder = new();

    public FileDigestTests()
    {
        Directory.CreateDirectory(folder.Join("below"));
        File.WriteAllBytes(Target, Content);
    }

    private string Target => folder.Join("below", "a.bin");

    private static FileDigest Digest => FileDigest.Of(Name, Content);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ItIsTheLengthAndTheSha256OfTheBytes()
    {
        Assert.Equal(new FileDigest(Name, 300, Convert.ToHexStringLower(SHA256.HashData(Content))), Digest);
        Assert.Equal(Digest, FileDigest.Of(folder.Path, Name));
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", FileDigest.Of("empty", []).Sha256);
    }

    [Fact]
    public void AFileAsItWasHasNoFinding()
    {
        Assert.Null(Digest.Check(folder.Path));
        Assert.Empty(FileDigest.Check(folder.Path, [Digest, Digest]));
    }

    [Fact]
    public void EveryBitCounts()
    {
        for (var i = 0; i < Content.Length; i++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var changed = (byte[])Content.Clone();
                changed[i] ^= (byte)(1 << bit);
                File.WriteAllBytes(Target, changed);
                AssertFinding(FileProblem.Changed, "was changed: its SHA-256 is ");
            }
        }
    }

    [Fact]
    public void EveryCutIsSeen()
    {
        for (var length = 0; length < Content.Length; length++)
        {
            File.WriteAllBytes(Target, Content[..length]);
            AssertFinding(FileProblem.Truncated, $"is cut short: it has {length} of 300 bytes");
        }
    }

    [Fact]
    public void ALongerFileIsChanged()
    {
        File.WriteAllBytes(Target, [.. Content, 0]);
        AssertFinding(FileProblem.Changed, "was changed: it has 301 bytes, had 300");
    }

    [Fact]
    public void WhatIsNoFileIsMissing()
    {
        File.Delete(Target);
        AssertFinding(FileProblem.Missing, "is missing");
        Directory.CreateDirectory(Target);
        AssertFinding(FileProblem.Missing, "is missing: a folder is in its place");
        Directory.Delete(folder.Join("below"), recursive: true);
        AssertFinding(FileProblem.Missing, "is missing");
        File.WriteAllText(folder.Join("below"), "a file where the folder was");
        Assert.NotNull(Digest.Check(folder.Path));
    }

    [Fact]
    public void LinksAreFollowedToWhatIsBehindThem()
    {
        File.Move(Target, folder.Join("elsewhere"));
        File.CreateSymbolicLink(Target, folder.Join("elsewhere"));
        Assert.Null(Digest.Check(folder.Path));
        Assert.Equal(Digest, FileDigest.Of(folder.Path, Name));
        File.Delete(folder.Join("elsewhere"));
        AssertFinding(FileProblem.Missing, "is missing");
        File.Delete(Target);
        File.CreateSymbolicLink(Target, Target);
        AssertFinding(FileProblem.Unreadable, "cannot be read: ");
    }

    [Fact]
    public void FindingsComeInTheOrderOfTheFiles()
    {
        var gone = new FileDigest("gone", 1, Digest.Sha256);
        var findings = FileDigest.Check(folder.Path, [gone, Digest, Digest with { Bytes = 301 }]);
        Assert.Equal(
            ["'gone' is missing", $"'{Name}' is cut short: it has 300 of 301 bytes"], findings.Select(finding => finding.ToString()));
    }

    [Fact]
    public void WhatCannotBeReadHasNoDigest()
    {
        var error = Assert.Throws<ReproException>(() => FileDigest.Of(folder.Path, "none"));
        Assert.StartsWith($"'{folder.Join("none")}' cannot be read: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ItTravelsAsJson() => Assert.Equal(Digest, JsonSerializer.Deserialize<FileDigest>(JsonSerializer.Serialize(Digest)));

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("../a")]
    [InlineData("a/../../b")]
    [InlineData("a//b")]
    [InlineData("./a")]
    [InlineData("a\\b")]
    [InlineData("C:a")]
    [InlineData("")]
    public void APathThatLeadsElsewhereIsRefused(string path) => AssertRefused(Digest with { Path = path });

    [Fact]
    public void LengthsAndHashesOfNoFileAreRefused()
    {
        AssertRefused(Digest with { Bytes = -1 });
        AssertRefused(Digest with { Sha256 = "" });
        AssertRefused(Digest with { Sha256 = new string('A', 64) });
    }

    private static void AssertRefused(FileDigest digest)
    {
        var text = JsonSerializer.Serialize(digest);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<FileDigest>(text));
    }

    private void AssertFinding(FileProblem problem, string detail)
    {
        var finding = Digest.Check(folder.Path)!;
        Assert.Equal((Name, problem), (finding.Path, finding.Problem));
        Assert.StartsWith(detail, finding.Detail, StringComparison.Ordinal);
    }
}
