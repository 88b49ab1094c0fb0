using static Repro.Compat.Tests.Snapshots.SnapshotFolder;

namespace Repro.Compat.Tests.Snapshots;

public sealed class BinaryTests : IDisposable
{
    private readonly SnapshotFolder folder = new();

    public void Dispose() => folder.Dispose();

    private SettingsTask InFolder(SettingsTask verification) => verification.UseDirectory(folder.Path).UseFileName("a");

    [Fact]
    public async Task BytesAndStreamsAreBinUnlessToldOtherwise()
    {
        folder.Write("a.verified.bin", [1, 2]);
        folder.Write("a.received.bin", [9]);

        await InFolder(Verify(new byte[] { 1, 2 }));
        await InFolder(Verify(new MemoryStream([1, 2]))).DisableRequireUniquePrefix();

        Assert.Equal(["a.verified.bin"], folder.Files);
    }

    [Fact]
    public async Task BytesOfAnExtension()
    {
        await FailureOf(InFolder(Verify(new byte[] { 1, 2 }, "png")));

        Assert.Equal([1, 2], File.ReadAllBytes(folder["a.received.png"]));
    }

    [Theory]
    [InlineData(new byte[] { 1 })]
    [InlineData(new byte[] { 1, 2, 3 })]
    [InlineData(new byte[] { 1, 3 })]
    [InlineData(new byte[] { })]
    public async Task BytesThatDifferFailWithoutContent(byte[] verified)
    {
        folder.Write("a.verified.bin", verified);

        var message = await FailureOf(InFolder(Verify(new byte[] { 1, 2 })));

        Assert.Contains("\nNotEqual:\n", message, StringComparison.Ordinal);
        Assert.DoesNotContain("FileContent", message, StringComparison.Ordinal);
        Assert.Equal(verified, File.ReadAllBytes(folder["a.verified.bin"]));
        Assert.Equal([1, 2], File.ReadAllBytes(folder["a.received.bin"]));
    }

    [Fact]
    public async Task BytesOfATextExtensionAreText()
    {
        await FailureOf(InFolder(Verify("a\r\nb"u8.ToArray(), "txt")));

        Assert.Equal("a\nb", folder.Read("a.received.txt"));
    }

    [Fact]
    public async Task NullIsText()
    {
        folder.Write("a.verified.txt", "null");

        await InFolder(Verify((byte[]?)null, "png"));
    }

    [Fact]
    public async Task EmptyDataIsAnError()
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => InFolder(Verify(Array.Empty<byte>())).ToTask());

        Assert.StartsWith("Empty data is not allowed", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void InfoIsRefused() => Assert.Throws<NotSupportedException>(() => { Verify(new byte[] { 1 }, info: "about"); });

    [Fact]
    public async Task AFileIsVerifiedWithItsExtension()
    {
        folder.Write("input.png", [7]);
        folder.Write("a.verified.png", [7]);

        await InFolder(VerifyFile(folder["input.png"]));
        await InFolder(VerifyFile(new FileInfo(folder["input.png"]), extension: "png")).DisableRequireUniquePrefix();

        Assert.Equal(["a.verified.png", "input.png"], folder.Files);
    }

    [Fact]
    public void AMissingFileIsAnError() =>
        Assert.Throws<FileNotFoundException>(() => { VerifyFile(folder["missing.png"]); });

    [Fact]
    public void ATargetMustFitItsExtension()
    {
        Assert.ThrowsAny<Exception>(() => new Target("png", "text"));
        Assert.ThrowsAny<Exception>(() => new Target("txt", Stream.Null));
        Assert.ThrowsAny<ArgumentException>(() => new Target(".txt", "text"));
    }
}
