using Repro.Runtime.Files;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Files;

public sealed class FoldersTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ListsAreInOrdinalOrder()
    {
        foreach (var name in (string[])["b.txt", "B.txt", "a.png", "a.txt"])
        {
            File.WriteAllText(folder.Join(name), "");
        }

        Directory.CreateDirectory(folder.Join("z"));
        Directory.CreateDirectory(folder.Join("y"));
        File.WriteAllText(folder.Join("y", "c.txt"), "");
        Assert.Equal(["B.txt", "a.txt", "b.txt"], Names(Folders.Files(folder.Path, "*.txt")));
        Assert.Equal(["B.txt", "a.png", "a.txt", "b.txt", "c.txt"], Names(Folders.FilesBelow(folder.Path)));
        Assert.Equal(["y", "z"], Names(Folders.In(folder.Path)));
    }

    [Fact]
    public void AMissingFolderIsEmptyAndCanBeDeleted()
    {
        var missing = folder.Join("missing");
        Assert.False(Folders.Exists(missing));
        Assert.Empty(Folders.Files(missing));
        Assert.Empty(Folders.FilesBelow(missing));
        Assert.Empty(Folders.In(missing));
        Folders.Delete(missing);
    }

    [Fact]
    public void AFolderIsCreatedRenamedAndDeletedWithItsContent()
    {
        var (first, second) = (folder.Join("a", "b"), folder.Join("a", "c"));
        Folders.Create(first);
        File.WriteAllText(Path.Combine(first, "x"), "");
        Folders.Rename(first, second);
        Assert.True(File.Exists(Path.Combine(second, "x")));
        Folders.Delete(second);
        Assert.Empty(Folders.In(folder.Join("a")));
    }

    [Fact]
    public void ALinkToAFolderIsListedAndNotFollowed()
    {
        Directory.CreateDirectory(folder.Join("a"));
        File.WriteAllText(folder.Join("a", "x"), "");
        Directory.CreateSymbolicLink(folder.Join("a", "up"), folder.Path);
        Directory.CreateSymbolicLink(folder.Join("nowhere"), folder.Join("missing"));
        Assert.Equal(["up", "x", "nowhere"], Names(Folders.FilesBelow(folder.Path)));
        Assert.Equal(folder.Join("nowhere"), Assert.Single(Folders.Files(folder.Path)));
        Assert.True(RegularFile.Exists(folder.Join("nowhere")));
        Assert.Throws<ReproException>(() => RegularFile.TryReadAllText(folder.Join("nowhere")));
    }

    [Fact]
    public void AFileIsNoFolder()
    {
        File.WriteAllText(folder.Join("a"), "");
        Assert.False(Folders.Exists(folder.Join("a")));
        Assert.False(Folders.Exists(folder.Join("a", "b")));
        Assert.Empty(Folders.Files(folder.Join("a")));
        Assert.False(RegularFile.Exists(folder.Join("a", "b")));
    }

    private static IEnumerable<string> Names(IEnumerable<string> paths) => paths.Select(path => Path.GetFileName(path));
}
