using System.Security.Cryptography;
using Repro.Runtime.Data;
using Repro.Runtime.Tests.Fixtures;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Repro.Runtime.Tests.Data;

public sealed class ImageFolderTests : IDisposable
{
    private static readonly DataSettings Settings = Tiny.Settings.Data;
    private readonly TemporaryFolder root = new();

    private string Folder => root.Join("data", "dots");

    public void Dispose() => root.Dispose();

    [Fact]
    public void ImagesComeInOrdinalOrderOfTheirNames()
    {
        Directory.CreateDirectory(Folder);
        string[] names = ["b.png", "B.png", "a10.png", "a2.png", "_.png"];
        for (var i = 0; i < names.Length; i++)
        {
            File.WriteAllBytes(Path.Combine(Folder, names[i]), Tiny.Image(i).ToPng());
        }

        using var data = ImageFolder.Load(root.Path, Settings with { Take = null });
        int[] order = [1, 4, 2, 3, 0];
        using var expected = DataSet.Of(Tiny.Stack(order), null);
        Assert.Equal(expected.Hash, data.Hash);
    }

    [Fact]
    public void SeveralPatternsAreOneDataSetInOrdinalOrder()
    {
        Directory.CreateDirectory(Folder);
        string[] names = ["2.png", "5.PNG", "3.Png", "x.gif"];
        for (var i = 0; i < names.Length; i++)
        {
            File.WriteAllBytes(Path.Combine(Folder, names[i]), Tiny.Image(i).ToPng());
        }

        using var data = ImageFolder.Load(root.Path, Settings with { Take = null, Files = ["*.PNG", "*.png", "2.*"] });
        int[] order = [0, 1];
        using var expected = DataSet.Of(Tiny.Stack(order), null);
        Assert.Equal(expected.Hash, data.Hash);
    }

    [Fact]
    public void WhatOnlyTheCaseOfItsLettersKeepsOutIsNamed()
    {
        const string remedy = "because letters match by case. Rename what is meant, or list patterns: files: [\"*.png\", \"*.PNG\"]";
        Directory.CreateDirectory(Folder);
        Assert.Null(ImageFolder.LeftOut(root.Path, Settings));
        File.WriteAllBytes(Path.Combine(Folder, "5.PNG"), Tiny.Image(0).ToPng());
        Assert.Equal($"data set 'dots': '5.PNG' is left out, {remedy}", ImageFolder.LeftOut(root.Path, Settings));
        AssertMessage(Settings, $"data set 'dots': folder 'data/dots' has no file that matches '*.png'. '5.PNG' is left out, {remedy}");
        File.WriteAllBytes(Path.Combine(Folder, "4.Png"), Tiny.Image(0).ToPng());
        Assert.Equal($"data set 'dots': 2 files, such as '4.Png', are left out, {remedy}", ImageFolder.LeftOut(root.Path, Settings));
        Assert.Null(ImageFolder.LeftOut(root.Path, Settings with { Files = ["*.PNG", "*.png", "*.Png"] }));
        Assert.Null(ImageFolder.LeftOut(root.Path, Settings with { Folder = "nowhere" }));
    }

    [Fact]
    public void TheFirstOnesAreTaken()
    {
        Tiny.WriteImages(root.Path, 5);
        using var all = ImageFolder.Load(root.Path, Settings with { Take = null });
        using var two = ImageFolder.Load(root.Path, Settings with { Take = 2 });
        using var expected = Tiny.Data(2);
        Assert.Equal((5, 2), (all.Count, two.Count));
        Assert.Equal(expected.Hash, two.Hash);
    }

    [Fact]
    public void ValuesArePlanesDividedBy255()
    {
        using var data = Tiny.Data(2);
        Assert.Equal([2, 3, 8, 8], data.Images.shape);
        var values = data.Images.data<float>().ToArray();
        var pixels = Tiny.Image(1).Pixels;
        Assert.Equal(pixels[(3 * ((2 * 8) + 5)) + 1] / 255f, values[(3 * 64) + 64 + (2 * 8) + 5]);
    }

    [Fact]
    public void TheHashIsOverCountSizeAndPixels()
    {
        using var data = Tiny.Data(2);
        byte[] header = [2, 0, 0, 0, 8, 0, 0, 0, 8, 0, 0, 0];
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([.. header, .. Tiny.Image(0).Pixels, .. Tiny.Image(1).Pixels])), data.Hash);
    }

    [Fact]
    public void TransparentPixelsShowTheBackground()
    {
        Directory.CreateDirectory(Folder);
        using (var image = new Image<Rgba32>(8, 8))
        {
            image[0, 0] = new Rgba32(200, 100, 0, 128);
            image[1, 0] = new Rgba32(1, 2, 3, 255);
            image.SaveAsPng(Path.Combine(Folder, "a.png"));
        }

        using var data = ImageFolder.Load(root.Path, Settings with { Take = 1, Background = "#102030" });
        var values = data.Images.data<float>().ToArray();
        Assert.Equal([(byte)((((200 * 128) + (0x10 * 127)) / 255.0) + 0.5), 1, 0x10], Bytes(values, 0));
        Assert.Equal([(byte)((((100 * 128) + (0x20 * 127)) / 255.0) + 0.5), 2, 0x20], Bytes(values, 1));
        Assert.Equal([(byte)((((0 * 128) + (0x30 * 127)) / 255.0) + 0.5), 3, 0x30], Bytes(values, 2));

        static byte[] Bytes(float[] values, int channel) =>
            [.. values.AsSpan(64 * channel, 3).ToArray().Select(value => (byte)(value * 255))];
    }

    [Fact]
    public void GrayImagesHaveOneChannel()
    {
        Tiny.WriteImages(root.Path, 2);
        using var data = ImageFolder.Load(root.Path, Settings with { Take = null, Channels = 1 });
        Assert.Equal([2, 1, 8, 8], data.Images.shape);
        byte[] gray = [.. Enumerable.Range(0, 2).SelectMany(number => Tiny.Image(number).Pixels.ToArray().Chunk(3)).Select(
            rgb => Luma.Of(rgb[0], rgb[1], rgb[2]))];
        Assert.Equal(gray.Select(value => value / 255f), data.Images.data<float>().ToArray());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([2, 0, 0, 0, 8, 0, 0, 0, 8, 0, 0, 0, .. gray])), data.Hash);
    }

    [Fact]
    public void ImagesBelowTheFolderAreFound()
    {
        foreach (var (name, number) in ((string, int)[])[("z.png", 0), ("b/y.png", 1), ("a/b/x.png", 2)])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Folder, name))!);
            File.WriteAllBytes(Path.Combine(Folder, name), Tiny.Image(number).ToPng());
        }

        using var data = ImageFolder.Load(root.Path, Settings with { Take = null, Files = "**/*.png" });
        using var expected = DataSet.Of(Tiny.Stack([2, 1, 0]), null);
        Assert.Equal(expected.Hash, data.Hash);
        File.WriteAllText(Path.Combine(Folder, "b", "y.png"), "broken");
        AssertMessage(Settings with { Take = null, Files = "**/*.png" }, "data set 'dots': 'data/dots/b/y.png' is not a readable image: ");
    }

    [Fact]
    public void ImagesHeldBackAreApartAndInOrder()
    {
        Tiny.WriteImages(root.Path, 8);
        var settings = Settings with { Take = 6, Validation = new ValidationSize.Fraction(0.3m) };
        string[] taken = [.. Enumerable.Range(0, 6).Select(number => $"dot-{number}.png")];
        var heldBack = ValidationSplit.HeldBack(taken, settings);
        using var data = ImageFolder.Load(root.Path, settings);
        using var expected = DataSet.Of(
            Tiny.Stack(Enumerable.Range(0, 6).Where(number => !heldBack.Contains(taken[number]))),
            Tiny.Stack(Enumerable.Range(0, 6).Where(number => heldBack.Contains(taken[number]))));
        Assert.Equal((4L, 2L), (data.Images.shape[0], data.Validation!.shape[0]));
        Assert.Equal(expected.Hash, data.Hash);
        Assert.Equal(expected.Validation!.data<float>().ToArray(), data.Validation.data<float>().ToArray());
        using var whole = ImageFolder.Load(root.Path, Settings);
        Assert.NotEqual(whole.Hash, data.Hash);
    }

    [Fact]
    public void ImagesOfAnotherSizeAreResized()
    {
        Directory.CreateDirectory(Folder);
        using (var image = new Image<Rgba32>(32, 16, new Rgba32(10, 20, 30, 255)))
        {
            image.SaveAsPng(Path.Combine(Folder, "a.png"));
        }

        using var data = ImageFolder.Load(root.Path, Settings with { Take = 1 });
        Assert.Equal([1, 3, 8, 8], data.Images.shape);
        Assert.All(data.Images.data<float>().ToArray().Take(64), value => Assert.Equal(10 / 255f, value));
    }

    [Fact]
    public void AMissingFolderIsAMessage() => AssertMessage(Settings, "data set 'dots': folder 'data/dots' does not exist");

    [Fact]
    public void NoMatchingFileIsAMessage()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "a.jpg"), "");
        File.WriteAllText(Path.Combine(Folder, ".a.png"), "");
        AssertMessage(Settings, "data set 'dots': folder 'data/dots' has no file that matches '*.png'");
    }

    [Fact]
    public void TooFewImagesIsAMessage()
    {
        Tiny.WriteImages(root.Path, 5);
        AssertMessage(Settings, "has 5 images that match '*.png', and the experiment takes 6");
    }

    [Fact]
    public void TheNumberOfImagesIsCheckedBeforeAnyIsDecoded()
    {
        Tiny.WriteImages(root.Path, 5);
        File.WriteAllText(Path.Combine(Folder, "dot-0.png"), "no image at all");
        AssertMessage(Settings, "has 5 images that match '*.png', and the experiment takes 6");
        AssertMessage(
            Settings with { Take = null, Validation = new ValidationSize.Count(5) }, "5 of 5 images are held back for validation");
    }

    [Fact]
    public void ABrokenImageIsNamed()
    {
        Tiny.WriteImages(root.Path);
        var path = Path.Combine(Folder, "dot-3.png");
        var png = File.ReadAllBytes(path);
        png[40] ^= 0xFF;
        File.WriteAllBytes(path, png);
        AssertMessage(Settings, "data set 'dots': 'data/dots/dot-3.png' is not a readable image: ");

        File.WriteAllText(path, "no image at all");
        AssertMessage(Settings, "data set 'dots': 'data/dots/dot-3.png' is not a readable image: ");

        File.WriteAllText(path, "");
        AssertMessage(Settings, "data set 'dots': 'data/dots/dot-3.png' is not a readable image: ");
    }

    private void AssertMessage(DataSettings settings, string message) =>
        Assert.Contains(
            message, Assert.Throws<ReproException>(() => ImageFolder.Load(root.Path, settings)).Message, StringComparison.Ordinal);
}
