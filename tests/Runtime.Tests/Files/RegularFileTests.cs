using Repro.Runtime.Files;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Files;

public sealed class RegularFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Target => folder.Join("file.txt");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void AFileIsReadAsBytesAndAsText()
    {
        File.WriteAllBytes(Target, [0xEF, 0xBB, 0xBF, (byte)'a', (byte)'\n']);
        Assert.Equal(5, RegularFile.Length(Target));
        Assert.Equal(File.ReadAllBytes(Target), RegularFile.ReadAllBytes(Target));
        Assert.Equal("a\n", RegularFile.ReadAllText(Target));
        Assert.Equal("a\n", RegularFile.TryReadAllText(Target));
    }

    [Fact]
    public void ALinkIsTheFileBehindIt()
    {
        File.WriteAllText(Target, "text");
        File.CreateSymbolicLink(folder.Join("link"), Target);
        Assert.Equal(4, RegularFile.Length(folder.Join("link")));
        Assert.Equal("text", RegularFile.ReadAllText(folder.Join("link")));
    }

    [Fact]
    public void APipeIsEmptyAndNotWaitedFor()
    {
        if (Pipes.TryCreate(Target))
        {
            Assert.Equal("", RegularFile.ReadAllText(Target));
            Assert.Empty(RegularFile.ReadAllBytes(Target));
        }
    }

    [Fact]
    public void AMissingFileIsNullOrAnError()
    {
        Assert.Null(RegularFile.TryReadAllText(Target));
        Assert.Null(RegularFile.TryReadAllBytes(Target));
        Assert.Throws<FileNotFoundException>(() => RegularFile.ReadAllText(Target));
    }

    [Fact]
    public void AFailureNamesTheFile()
    {
        var error = Assert.Throws<ReproException>(
            () => RegularFile.Read<int>(Target, _ => throw new InvalidDataException("It is damaged.")));
        Assert.Equal($"'{Target}' cannot be read: It is damaged.", error.Message);
    }
}
