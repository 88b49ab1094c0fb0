using System.Security.Cryptography;
using Repro.Runtime.Data;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Data;

/// <summary><see cref="DataLock"/>, <see cref="DataLockFile"/> and <see cref="DataLockCheck"/>.</summary>
public sealed class DataLockTests : IDisposable
{
    private readonly TemporaryFolder root = new();

    public DataLockTests() => Tiny.WriteImages(root.Path);

    public void Dispose() => root.Dispose();

    [Fact]
    public void TheFileListsTheHashesOfTheDecodedPixels()
    {
        var locked = Lock();
        var pixels = Tiny.Image(2).Pixels.ToArray().Chunk(3).SelectMany(rgb => rgb.Append(byte.MaxValue));
        var lines = File.ReadAllText(root.Join("data", "dots.lock")).Split('\n');
        Assert.Equal(7, lines.Length);
        Assert.Equal($"{Convert.ToHexStringLower(SHA256.HashData([8, 0, 0, 0, 8, 0, 0, 0, .. pixels]))}  dot-2.png", lines[2]);
        Assert.Equal("", lines[6]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(root.Join("data", "dots.lock")))), locked.Sha256);
    }

    [Fact]
    public void WhatIsMadeOfTheImagesDoesNotMatter()
    {
        var other =
            Tiny.Settings.Data with { Width = 3, Height = 5, Channels = 1, Background = "#123456", HorizontalFlip = true, Take = 2 };
        Assert.Equal(DataLock.Of(root.Path, Tiny.Settings.Data).Sha256, DataLock.Of(root.Path, other).Sha256);
    }

    [Fact]
    public void TheFileIsBesideTheFolderAndNeverOutside()
    {
        Assert.Equal("a/b/dots.lock", DataLockFile.PathOf(Tiny.Settings.Data with { Folder = "a/b/c" }));
        Assert.Equal("dots.lock", DataLockFile.PathOf(Tiny.Settings.Data with { Folder = "a" }));
        Assert.Equal("dots.lock", DataLockFile.PathOf(Tiny.Settings.Data with { Folder = "." }));
    }

    [Fact]
    public void TheLockedImagesAreLoaded()
    {
        using var data = Load(Lock().Sha256);
        Assert.Equal(6, data.Count);
    }

    [Fact]
    public void WithoutItsFileTheLockStillHolds()
    {
        var hash = Lock().Sha256;
        File.Delete(root.Join("data", "dots.lock"));
        Load(hash).Dispose();
        WriteImage("dot-1.png", 77);
        AssertRefused(
            hash, "the images are not the locked ones, and 'data/dots.lock', which would name the difference, is missing or damaged. " +
            "Restore both from version control, or accept the images with: repro lock-data dots");
    }

    [Fact]
    public void AnImageThatIsChangedAddedOrRemovedIsNamed()
    {
        var hash = Lock().Sha256;
        WriteImage("dot-1.png", 77);
        AssertRefused(
            hash, "the images are not the locked ones: changed 'dot-1.png'. Restore them, or accept them with: repro lock-data dots");
        WriteImage("dot-7.png", 77);
        File.Delete(root.Join("data", "dots", "dot-0.png"));
        AssertRefused(hash, "the images are not the locked ones: changed 'dot-1.png'; added 'dot-7.png'; removed 'dot-0.png'. Restore");
    }

    [Fact]
    public void ManyImagesAreNamedInPart()
    {
        var hash = Lock().Sha256;
        Enumerable.Range(10, 8).ToList().ForEach(number => WriteImage($"new-{number}.png", number));
        AssertRefused(hash, "added 'new-10.png', 'new-11.png', 'new-12.png', 'new-13.png', 'new-14.png' and 3 more. Restore");
    }

    [Fact]
    public void ImagesBeyondThoseTakenAreCheckedToo()
    {
        var hash = Lock().Sha256;
        WriteImage("dot-5.png", 77);
        AssertRefused(hash, "changed 'dot-5.png'", Tiny.Settings.Data with { Take = 2 });
    }

    [Fact]
    public void AnImageThatIsWrittenAnewWithTheSamePixelsIsNoOther()
    {
        var hash = Lock().Sha256;
        using (
            var image = SixLabors.ImageSharp.Image.Load<SixLabors.ImageSharp.PixelFormats.Rgba32>(root.Join("data", "dots", "dot-1.png")))
        {
            SixLabors.ImageSharp.ImageExtensions.SaveAsPng(image, root.Join("data", "dots", "dot-1.png"));
        }

        Load(hash).Dispose();
    }

    [Fact]
    public void AFileOfTheseImagesUnderAnotherHashSaysWhatToWrite()
    {
        var hash = Lock().Sha256;
        AssertRefused(Samples.HashA, $"the images are those of 'data/dots.lock', but 'sha256' in experiments.yaml is {Samples.HashA}. "
            + $"If they are the wanted ones, make it {hash}.");
        WriteImage("dot-1.png", 77);
        AssertRefused(Samples.HashA, "is a list of other images. Restore both");
    }

    [Theory]
    [InlineData("")]
    [InlineData("no lock at all")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa a.png")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa  "
        + "a.png\nbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb  a.png")]
    public void ADamagedFileIsNoneOrOfOtherImages(string text)
    {
        var hash = Lock().Sha256;
        File.WriteAllText(root.Join("data", "dots.lock"), text);
        Load(hash).Dispose();
        WriteImage("dot-1.png", 77);
        AssertRefused(hash, "the images are not the locked ones, and 'data/dots.lock', which would name the difference, is ");
    }

    [Fact]
    public void WindowsLineEndsOfTheFileDoNotMatter()
    {
        var hash = Lock().Sha256;
        var file = root.Join("data", "dots.lock");
        File.WriteAllText(file, File.ReadAllText(file).ReplaceLineEndings("\r\n"));
        WriteImage("dot-1.png", 77);
        AssertRefused(hash, "changed 'dot-1.png'");
    }

    [Fact]
    public void ANameThatCannotStandInALineIsRefused()
    {
        WriteImage("dot\n9.png", 9);
        var error = Assert.Throws<ReproException>(() => DataLock.Of(root.Path, Tiny.Settings.Data));
        Assert.StartsWith(
            "data set 'dots': the name of 'data/dots/dot?9.png' has a character that cannot stand in a line.", error.Message,
            StringComparison.Ordinal);
    }

    private DataLock Lock()
    {
        var locked = DataLock.Of(root.Path, Tiny.Settings.Data);
        DataLockFile.Write(root.Path, Tiny.Settings.Data, locked);
        return locked;
    }

    private DataSet Load(string hash) => ImageFolder.Load(root.Path, Tiny.Settings.Data with { Sha256 = hash });

    private void WriteImage(string name, int number) => File.WriteAllBytes(root.Join("data", "dots", name), Tiny.Image(number).ToPng());

    private void AssertRefused(string hash, string message, DataSettings? settings = null)
    {
        var error = Assert.Throws<ReproException>(
            () => ImageFolder.Load(root.Path, (settings ?? Tiny.Settings.Data) with { Sha256 = hash }));
        Assert.StartsWith("data set 'dots': ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
