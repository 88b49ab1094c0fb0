using Repro.Runtime.Captures;
using Repro.Runtime.Imaging;
using Repro.Runtime.Tests.Fixtures;
using static TorchSharp.torch;

namespace Repro.Runtime.Tests.Captures;

public class CapturerTests
{
    private static readonly ExperimentSettings Identity = Tiny.Settings with { LatentDimension = 3 * 8 * 8 };

    [Theory]
    [InlineData(1, 1, 2, 1)]
    [InlineData(6, 6, 2, 3)]
    [InlineData(9, 7, 4, 4)]
    [InlineData(20, 7, 4, 5)]
    public void ThePicturesHaveARowForEachPair(int images, int columns, int rows, int pairs)
    {
        var captures = Take(images);
        Assert.Equal(
            [CaptureKind.Reconstructions, CaptureKind.Samples, CaptureKind.Interpolation], captures.Select(capture => capture.Kind));
        Assert.Equal(
            [Size(columns, rows), Size(8, 4), Size(8, pairs)], captures.Select(capture => (capture.Picture.Width, capture.Picture.Height)));
    }

    [Fact]
    public void OriginalsStandAboveReconstructions()
    {
        var picture = Take(9)[0].Picture;
        for (var i = 0; i < 9; i++)
        {
            var (column, row) = (i % 7, i / 7 * 2);
            Assert.Equal(Tiny.Image(i).Pixels, Cell(picture, column, row).Pixels);
            Assert.Equal(Tiny.Image(i).Pixels, Cell(picture, column, row + 1).Pixels);
        }
    }

    [Fact]
    public void InterpolationsBeginAndEndAtImages()
    {
        var picture = Take(6)[2].Picture;
        for (var pair = 0; pair < 3; pair++)
        {
            Assert.Equal(Tiny.Image(pair).Pixels, Cell(picture, 0, pair).Pixels);
            Assert.Equal(Tiny.Image(pair + 3).Pixels, Cell(picture, 7, pair).Pixels);
            Assert.NotEqual(Cell(picture, 3, pair).Hash, Cell(picture, 4, pair).Hash);
        }
    }

    [Fact]
    public void ALoneImageIsInterpolatedWithADraw()
    {
        var picture = Take(1)[2].Picture;
        Assert.Equal(Tiny.Image(0).Pixels, Cell(picture, 0, 0).Pixels);
        Assert.NotEqual(Tiny.Image(0).Hash, Cell(picture, 7, 0).Hash);
    }

    [Fact]
    public void TheSameDrawsAreDecodedEveryTime()
    {
        Assert.Equal(Take(6)[1].Picture.Hash, Take(2)[1].Picture.Hash);
        Assert.NotEqual(Take(6)[1].Picture.Hash, Take(6, Identity with { Seed = 4 })[1].Picture.Hash);
    }

    [Fact]
    public void TheDefaultGeneratorIsLeftAlone()
    {
        using var run = new TinyRun();
        using var data = Tiny.Data(1);
        manual_seed(5);
        var undisturbed = randn(1, 5).data<float>().ToArray();
        manual_seed(5);
        Capturer.Capture(run, Tiny.Settings, data, 1);
        Assert.Equal(undisturbed, randn(1, 5).data<float>().ToArray());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TheModelIsInTrainingModeAfterwards(bool broken)
    {
        using var run = new IdentityRun { Broken = broken };
        using var data = Tiny.Data();
        var error = Record.Exception(() => Capturer.Capture(run, Identity, data, 1));
        Assert.Equal(broken, error is InvalidOperationException);
        Assert.True(run.Model.training);
    }

    private static IReadOnlyList<Capture> Take(int images, ExperimentSettings? settings = null)
    {
        using var run = new IdentityRun();
        using var data = Tiny.Data(images);
        return Capturer.Capture(run, settings ?? Identity, data, 1);
    }

    private static (int Width, int Height) Size(int columns, int rows) => (2 + (10 * columns), 2 + (10 * rows));

    private static RgbImage Cell(RgbImage grid, int column, int row)
    {
        var pixels = new byte[3 * 8 * 8];
        for (var y = 0; y < 8; y++)
        {
            var from = 3 * (((2 + (10 * row) + y) * grid.Width) + 2 + (10 * column));
            grid.Pixels.Slice(from, 3 * 8).CopyTo(pixels.AsSpan(3 * 8 * y));
        }

        return new RgbImage(8, 8, pixels);
    }
}
