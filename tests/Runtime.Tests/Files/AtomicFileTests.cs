using Repro.Runtime.Files;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Target => folder.Join("a.txt");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AFileIsReplacedWhole()
    {
        AtomicFile.WriteText(Target, "old and longer");
        AtomicFile.WriteText(Target, "new");
        Assert.Equal("new", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void TheDigestIsOfWhatWasWritten()
    {
        Assert.Equal(FileDigest.Of("a.txt", "new"u8), AtomicFile.WriteText(Target, "new"));
        Assert.Equal(FileDigest.Of("a.txt", []), AtomicFile.Write(Target, _ => { }));
        var large = new byte[300_001];
        large[^1] = 1;
        Assert.Equal(FileDigest.Of("a.txt", large), AtomicFile.Write(Target, stream =>
        {
            stream.Write(large.AsSpan(0, 7));
            stream.Flush();
            stream.Write(large.AsSpan(7));
        }));
        Assert.Equal(FileDigest.Of("a.txt", large), FileDigest.Of(folder.Path, "a.txt"));
    }

    [Fact]
    public void APipeInThePlaceOfThePartIsRemoved()
    {
        if (Pipes.TryCreate(Target + AtomicFile.PartialExtension))
        {
            AtomicFile.WriteText(Target, "new");
            Assert.Equal("new", File.ReadAllText(Target));
        }
    }

    [Fact]
    public void OfSeveralFilesThoseThatWereReplacedArePutBack()
    {
        AtomicFile.WriteText(folder.Join("a"), "old");
        Directory.CreateDirectory(folder.Join("c", "in the way"));
        var text = AtomicFile.Text("new", byteOrderMark: false);
        Assert.Throws<ReproException>(
            () => AtomicFile.WriteAll([(folder.Join("a"), text), (folder.Join("b"), text), (folder.Join("c"), text)]));
        Assert.Equal("old", File.ReadAllText(folder.Join("a")));
        Assert.Equal([folder.Join("a")], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void TheOldFileIsThereUntilTheNewOneIsWhole()
    {
        AtomicFile.WriteText(Target, "old");
        AtomicFile.Write(Target, stream =>
        {
            stream.Write("half"u8);
            stream.Flush();
            Assert.Equal("old", File.ReadAllText(Target));
        });
        Assert.Equal("half", File.ReadAllText(Target));
    }

    [Fact]
    public void AFullDiskLeavesTheOldFileAndNoRemains()
    {
        AtomicFile.WriteText(Target, "old");
        var error = Assert.Throws<ReproException>(() => AtomicFile.Write(Target, stream =>
        {
            stream.Write("half"u8);
            throw new IOException("No space left on device.");
        }));
        Assert.Equal(
            $"'{Target}' cannot be written: No space left on device. Free space on the disk, or make the folder writable, and run again.",
            error.Message);
        Assert.Equal("old", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void FilesThatBelongTogetherAreAllReplacedOrNone()
    {
        AtomicFile.WriteText(Target, "old");
        var other = folder.Join("b.txt");
        var error = Assert.Throws<ReproException>(() => AtomicFile.WriteAll(
        [
            (Target, AtomicFile.Text("new", byteOrderMark: false)),
            (other, _ => throw new IOException("No space left on device.")),
        ]));
        Assert.StartsWith($"'{other}' cannot be written: No space left on device.", error.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(folder.Path));
        Assert.Equal(
            [FileDigest.Of("a.txt", "new"u8), FileDigest.Of("b.txt", "too"u8)],
            AtomicFile.WriteAll(
                [(Target, AtomicFile.Text("new", byteOrderMark: false)), (other, AtomicFile.Text("too", byteOrderMark: false))]));
        Assert.Equal("new", File.ReadAllText(Target));
    }

    [Fact]
    public void AMissingFolderIsAMessage()
    {
        var error = Assert.Throws<ReproException>(() => AtomicFile.WriteText(folder.Join("none", "a.txt"), "x"));
        Assert.Contains("cannot be written", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AByteOrderMarkIsWrittenOnRequest()
    {
        AtomicFile.WriteText(Target, "é\n", byteOrderMark: true);
        Assert.Equal([0xEF, 0xBB, 0xBF, 0xC3, 0xA9, (byte)'\n'], File.ReadAllBytes(Target));
    }

    [Fact]
    public void WhatACrashLeftIsOverwrittenOrTakenAway()
    {
        File.WriteAllText(Target + AtomicFile.PartialExtension, "the beginning of something longer");
        AtomicFile.WriteText(Target, "new");
        Assert.Equal("new", File.ReadAllText(Target));
        File.WriteAllText(folder.Join("b.png.partial"), "half");
        AtomicFile.DeletePartial(folder.Path);
        Assert.Equal([Target], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void AFolderIsFlushed()
    {
        DiskFlush.FlushFolder(folder.Path);
        AtomicFile.WriteText(Path.GetRelativePath(Environment.CurrentDirectory, Target), "relative");
        Assert.Equal("relative", File.ReadAllText(Target));
    }
}
