using Repro.Runtime.Imaging;
using Repro.Runtime.Metrics;
using Repro.Runtime.Runs;
using Repro.Runtime.Tests.Fixtures;
using static TorchSharp.torch;

namespace Repro.Runtime.Tests.Metrics;

public sealed class LatentMapTests : IDisposable
{
    private readonly TemporaryFolder root = new();

    public void Dispose() => root.Dispose();

    // Simpson's rule with 2000 steps is accurate to 1e-12 here.
    [Fact]
    public void ItsQuantilesDivideTheNormalDistributionEvenly()
    {
        Assert.Equal(LatentMap.Side, LatentMap.Quantiles.Count);
        for (var i = 0; i < LatentMap.Side; i++)
        {
            var (sum, step) = (0.0, LatentMap.Quantiles[i] / 2000);
            for (var k = 0; k <= 2000; k++)
            {
                sum += (k is 0 or 2000 ? 1 : k % 2 == 1 ? 4 : 2) * Math.Exp(-(k * step) * (k * step) / 2);
            }

            Assert.Equal(((2 * i) + 1) / 18.0, 0.5 + (sum * step / 3 / Math.Sqrt(2 * Math.PI)), 1e-12);
        }
    }

    [Fact]
    public void TwoDimensionsAreTheQuantilesOfThePriorTheSecondUpwards()
    {
        var model = new Recorder(2);
        using var images = zeros(6, 3, 8, 8);
        var map = LatentMap.Draw(model, Tiny.Settings with { LatentDimension = 2 }, images);
        Assert.Equal(LatentMapKind.PriorQuantiles, map.Kind);
        Assert.Equal(81, model.Decoded.Length);
        Assert.Equal([LatentMap.Quantiles[0], LatentMap.Quantiles[8]], model.Decoded[0]);
        Assert.Equal([LatentMap.Quantiles[8], LatentMap.Quantiles[8]], model.Decoded[8]);
        Assert.Equal([0.0, 0.0], model.Decoded[40]);
        Assert.Equal([LatentMap.Quantiles[0], LatentMap.Quantiles[0]], model.Decoded[72]);
        Assert.Equal((92, 92), (map.Picture.Width, map.Picture.Height));
    }

    [Theory]
    [InlineData(6, new[] { 0, 1, 3, 4 })]
    [InlineData(70, new[] { 0, 17, 35, 52 })]
    [InlineData(4, new[] { 0, 1, 2, 3 })]
    public void MoreDimensionsAreThePlaneBetweenFourImages(int count, int[] corners)
    {
        var model = new Recorder(3);
        using var images = arange(count).to(ScalarType.Float32).reshape(count, 1, 1, 1).expand(count, 3, 8, 8);
        var map = LatentMap.Draw(model, Tiny.Settings with { LatentDimension = 3 }, images);
        Assert.Equal(LatentMapKind.BetweenImages, map.Kind);
        Assert.Equal(corners.Select(corner => (double)corner), new[] { 0, 8, 72, 80 }.Select(place => model.Decoded[place][0]));
        Assert.Equal(corners.Average(), model.Decoded[40][0], 1e-12);
        Assert.Equal((corners[0] * 0.75) + (corners[1] * 0.25), model.Decoded[2][0], 1e-12);
        Assert.Equal((corners[0] * 0.75) + (corners[2] * 0.25), model.Decoded[18][0], 1e-12);
    }

    [Fact]
    public void ALearnedPriorOfTwoDimensionsHasNoQuantiles()
    {
        using var images = zeros(6, 3, 8, 8);
        Assert.Equal(LatentMapKind.BetweenImages, LatentMap.Draw(
            new Recorder(2), Tiny.Settings with { LatentDimension = 2, Network = Tiny.Settings.Network with { PseudoInputs = 5 } },
            images).Kind);
    }

    [Fact]
    public void FewImagesAreFilledUpWithDrawsOfThePrior()
    {
        var model = new Recorder(3);
        using var image = ones(1, 3, 8, 8);
        LatentMap.Draw(model, Tiny.Settings with { LatentDimension = 3 }, image);
        Assert.Equal([1.0, 100, 101, 102], new[] { 0, 8, 72, 80 }.Select(place => model.Decoded[place][0]));
    }

    [Fact]
    public void TheSameRunGivesTheSamePixelsAndNothingElseMoves()
    {
        using var data = Tiny.Data();
        var run = RunRecorder.Train(
            Tiny.Experiment, data, RunFolder.Of(root.Path, Tiny.Settings, Tiny.Settings), new Observer(), new FixedClock(),
            CancellationToken.None);
        var state = Generator.Default.get_state().data<byte>().ToArray();
        var map = LatentMap.Draw(Tiny.Experiment, run, data);
        Assert.Equal(state, Generator.Default.get_state().data<byte>().ToArray());
        Assert.Equal(map.Picture.Hash, LatentMap.Draw(Tiny.Experiment, run, data).Picture.Hash);
        File.WriteAllBytes(run.Folder.WeightsPath, []);
        Assert.StartsWith(
            $"The weights of tiny in '{run.Folder.WeightsPath}' cannot be read: ", Assert.Throws<ReproException>(
                () => LatentMap.Draw(Tiny.Experiment, run, data)).Message, StringComparison.Ordinal);
    }

    /// <summary>A model whose latent vectors hold the first value of the image. It keeps the vectors that it decodes.</summary>
    private sealed class Recorder(int dimensions) : IImageModel
    {
        public double[][] Decoded { get; private set; } = [];

        public double[][] Encode(Tensor images) =>
            [.. Enumerable.Range(0, (int)images.shape[0]).Select(
                i => Enumerable.Repeat((double)images[i, 0, 0, 0].item<float>(), dimensions).ToArray())];

        public PixelImages Decode(double[][] latent)
        {
            Decoded = latent;
            return new(3, 8, 8, [.. latent.Select(_ => new byte[3 * 8 * 8])]);
        }

        public double[][] DrawPrior(int count, Generator generator) =>
            [.. Enumerable.Range(0, count).Select(i => Enumerable.Repeat(100.0 + i, dimensions).ToArray())];
    }
}
