using Repro.Runtime.Comparison;
using Repro.Runtime.Imaging;
using Repro.Runtime.Snapshots;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Comparison;

public class VerdictRuleTests
{
    private static readonly Snapshot Before = Samples.Snapshot(12);

    [Fact]
    public void TheSameIsTheSameBits() => Assert.Equal(Verdict.SameBits, Judge(Before));

    [Fact]
    public void OtherInputsAloneDoNotChangeTheVerdict()
    {
        var difference = RunDifference.Between(
            Run(Before), Run(Before with { Header = Before.Header with { Spec = Samples.HashB, Engine = "exact, numerics 2" } }));
        Assert.Equal(Verdict.SameBits, difference.Verdict);
        Assert.Equal(
            [new("spec", Samples.HashA, Samples.HashB), new("engine", "exact, numerics 1", "exact, numerics 2")], difference.Inputs);
    }

    [Theory]
    [InlineData(1, Verdict.SameWithinRounding)]
    [InlineData(64, Verdict.SameWithinRounding)]
    [InlineData(65, Verdict.Different)]
    [InlineData(1_000_000, Verdict.Different)]
    public void TheLossMayDifferBy64Ulp(int ulps, Verdict verdict) => Assert.Equal(verdict, Judge(Moved(Enumerable.Repeat(ulps, 12))));

    [Fact]
    public void ATermCountsInUlpOfItsLoss()
    {
        // 64 ulp of a loss of 1000.5 are 0.0039: the largest allowed difference of a term of 0.5.
        var (within, beyond) = (0.5f + 0.0038f, 0.5f + 0.0040f);
        Assert.Equal(Verdict.SameWithinRounding, Judge(With(1, within)));
        Assert.Equal(Verdict.Different, Judge(With(1, beyond)));
        Assert.True(Ulp.Distance(0.5f, within) > 60_000);

        static Snapshot With(int epoch, float term) =>
            Before.With(epoch, result => result with { Terms = [result.Terms[0], result.Terms[1] with { Value = term }] });
    }

    [Fact]
    public void AValidationTermCountsInUlpOfTheValidationLoss()
    {
        var held = Held(1f);
        Assert.Equal(Verdict.SameWithinRounding, Judge(held, Held(MathF.BitIncrement(1f))));
        // A rounding error for the loss, 1000.5, but not for the validation loss, 1.
        Assert.Equal(Verdict.Different, Judge(held, Held(1.001f)));

        static Snapshot Held(float term) =>
            Before.With(1, epoch => epoch with { Validation = [new("validation loss", 1f), new("validation kl divergence", term)] });
    }

    [Fact]
    public void WhatGrowsIsDifferentAlthoughItIsSmall()
    {
        Assert.Equal(Verdict.Different, Judge(Moved([0, 1, 1, 2, 2, 3, 4, 6, 9, 13, 19, 28])));
        Assert.Equal(Verdict.SameWithinRounding, Judge(Moved([0, 3, 1, 2, 2, 3, 4, 6, 9, 13, 19, 24])));
        Assert.Equal(Verdict.SameWithinRounding, Judge(Moved([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 60])));
    }

    [Fact]
    public void ANumberThatIsNotFiniteIsDifferent() =>
        Assert.Equal(Verdict.Different, Judge(Before.With(3, epoch => epoch with { Loss = float.NaN })));

    [Fact]
    public void OtherTermsAreDifferent() =>
        Assert.Equal(Verdict.Different, Judge(Before.With(3, epoch => epoch with { Terms = [epoch.Terms[0]] })));

    [Fact]
    public void StepsThatDifferWithoutTheirAveragePassForRounding() =>
        Assert.Equal(Verdict.SameWithinRounding, Judge(Before.With(3, epoch => epoch with { RunningHash = "other" })));

    [Fact]
    public void WeightsAloneAreDifferent() => Assert.Equal(Verdict.Different, Judge(Before with { Weights = Samples.HashA }));

    [Fact]
    public void WeightsBesideRoundingAreRounding() =>
        Assert.Equal(Verdict.SameWithinRounding, Judge(Moved(Enumerable.Repeat(2, 12)) with { Weights = Samples.HashA }));

    [Fact]
    public void AnotherNumberOfEpochsIsDifferent()
    {
        var difference = RunDifference.Between(Run(Before), Run(Before.First(11) with { Header = Before.Header with { Epochs = 11 } }));
        Assert.Equal(
            (Verdict.Different, 11, null, null), (difference.Verdict, difference.LastEpoch, difference.First, difference.SameWeights));
        Assert.Empty(difference.Epochs);
    }

    [Theory]
    [InlineData(1, Verdict.SameWithinRounding)]
    [InlineData(2, Verdict.Different)]
    public void APictureMayChangeByOne(int change, Verdict verdict)
    {
        var (was, now) = (Tiny.Image(0), Brighter(Tiny.Image(0), change));
        var difference = RunDifference.Between(Run(Of(was), was), Run(Of(now), now));
        Assert.Equal((verdict, new PixelDifference(1, 64, change, 0, 0)), (difference.Verdict, Assert.Single(difference.Pictures).Pixels));
    }

    [Fact]
    public void APictureThatIsNotAtHandIsDifferent()
    {
        var difference = RunDifference.Between(Run(Of(Tiny.Image(0))), Run(Of(Tiny.Image(1)), Tiny.Image(1)));
        Assert.Equal((Verdict.Different, null), (difference.Verdict, Assert.Single(difference.Pictures).Pixels));
    }

    [Fact]
    public void AFileWithOtherPixelsThanTheSnapshotNamesIsNotAtHand() =>
        Assert.Null(Run(Of(Tiny.Image(0)), Tiny.Image(2)).Picture(Of(Tiny.Image(0)).Pictures[0]));

    private static Snapshot Of(RgbImage picture) => Before with { Pictures = [new(10, "samples", "8x8", picture.Hash)] };

    private static RgbImage Brighter(RgbImage image, int change)
    {
        var pixels = image.Pixels.ToArray();
        pixels[0] += (byte)change;
        return new(image.Width, image.Height, pixels);
    }

    // Moves the loss of each epoch by this many float32 numbers.
    private static Snapshot Moved(IEnumerable<int> ulps)
    {
        var places = ulps.ToList();
        return Before with
        {
            Epochs = [.. Before.Epochs.Select((epoch, i) => epoch with { Loss = BitConverter.Int32BitsToSingle(
                BitConverter.SingleToInt32Bits(epoch.Loss) + places[i]) })],
        };
    }

    private static Verdict Judge(Snapshot after) => Judge(Before, after);

    private static Verdict Judge(Snapshot before, Snapshot after) => RunDifference.Between(Run(before), Run(after)).Verdict;

    private static ComparisonSide Run(Snapshot snapshot, RgbImage? picture = null) =>
        new("here", snapshot, _ => picture?.ToPng(), () => null);
}
