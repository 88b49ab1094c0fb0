using Repro.Runtime.Snapshots;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Snapshots;

public class SnapshotComparisonTests
{
    private static readonly Snapshot Verified = Samples.Snapshot();

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(12)]
    public void AnEqualPrefixIsEqual(int epochs) => Assert.Null(SnapshotComparison.Compare(Verified, Verified.First(epochs)));

    [Fact]
    public void ADifferenceOnImagesHeldBackIsNamed()
    {
        var sample = Samples.Snapshot(12);
        var was = sample with { Epochs = [.. sample.Epochs.Select(epoch => epoch with { Validation = [new("validation loss", 1)] })] };
        var now = was.With(3, epoch => epoch with { Validation = [new("validation loss", 2)] });
        Assert.Equal(
            "vae-70 differs from its snapshot first at epoch 3: validation loss 2 (0x40000000) was 1 (0x3F800000)",
            SnapshotComparison.Compare(was, now));
        Assert.Equal(
            "vae-70 differs from its snapshot first at epoch 1: the terms of the loss are squared_error and kl divergence and "
            + "validation loss, were squared_error and kl divergence",
            SnapshotComparison.Compare(sample, now));
    }

    [Fact]
    public void TheFirstEpochThatDiffersIsNamedWithItsNumbers()
    {
        var received = Verified
            .With(7, epoch => epoch with { Loss = MathF.BitIncrement(epoch.Loss), RunningHash = "x" })
            .With(8, epoch => epoch with { Loss = 0 });
        Assert.Equal(
            "vae-70 differs from its snapshot first at epoch 7: loss 142.928589 (0x430EEDB8) was 142.928574 (0x430EEDB7)",
            SnapshotComparison.Compare(Verified, received));
    }

    [Fact]
    public void ATermThatDiffersIsNamed() => Assert.Equal(
        "vae-70 differs from its snapshot first at epoch 2: kl divergence 1 (0x3F800000) was 0.25 (0x3E800000)",
        SnapshotComparison.Compare(
            Verified, Verified.With(2, epoch => epoch with { Terms = [epoch.Terms[0], epoch.Terms[1] with { Value = 1 }] })));

    [Fact]
    public void OtherTermsAreNamed() => Assert.Equal(
        "vae-70 differs from its snapshot first at epoch 2: the terms of the loss are none, were squared_error and kl divergence",
        SnapshotComparison.Compare(Verified, Verified.With(2, epoch => epoch with { Terms = [] }).First(2)));

    [Fact]
    public void NegativeZeroIsNotZero()
    {
        var verified = Verified.With(1, epoch => epoch with { Loss = 0f });
        Assert.Contains(
            "epoch 1: loss -0 (0x80000000) was 0 (0x00000000)",
            SnapshotComparison.Compare(verified, Verified.With(1, epoch => epoch with { Loss = -0f })), StringComparison.Ordinal);
    }

    [Fact]
    public void AStepThatDiffersShowsInTheRunningHash() => Assert.Equal(
        "vae-70 differs from its snapshot first at epoch 3: the running hash of its steps ffff was 0000000000000003",
        SnapshotComparison.Compare(Verified, Verified.With(3, epoch => epoch with { RunningHash = "ffff" })));

    [Fact]
    public void APictureThatDiffersIsNamed()
    {
        var received =
            Verified with { Pictures = [Verified.Pictures[0], Verified.Pictures[1] with { Hash = Samples.HashA }, Verified.Pictures[2]] };
        Assert.Equal(
            "vae-70 differs from its snapshot first at epoch 10: the picture 'samples' has the pixels aaaaaaaaaaaaaaaa… (530x266), had "
            + "bbbbbbbbbbbbbbbb… (530x266)",
            SnapshotComparison.Compare(Verified, received));
    }

    [Fact]
    public void AMissingOrNewPictureIsNamed()
    {
        var fewer = Verified with { Pictures = [.. Verified.Pictures.Skip(1)] };
        Assert.Contains(
            "epoch 10: the picture 'reconstructions' of the snapshot was not captured", SnapshotComparison.Compare(Verified, fewer),
            StringComparison.Ordinal);
        Assert.Contains(
            "epoch 10: the picture 'reconstructions' is not in the snapshot", SnapshotComparison.Compare(fewer, Verified),
            StringComparison.Ordinal);
    }

    [Fact]
    public void WeightsThatDifferAreNamed() => Assert.Equal(
        "vae-70 differs from its snapshot first at the final weights: their hash aaaaaaaaaaaaaaaa… was bbbbbbbbbbbbbbbb…",
        SnapshotComparison.Compare(Verified, Verified with { Weights = Samples.HashA }));

    [Fact]
    public void AnEpochThatTheSnapshotLacksIsNamed() => Assert.Contains(
        "first at epoch 6: the snapshot does not have it",
        SnapshotComparison.Compare(Verified with { Epochs = [.. Verified.Epochs.Take(5)] }, Verified.First(8)),
        StringComparison.Ordinal);

    [Fact]
    public void AHeaderThatDiffersIsNamedAlone() => Assert.Equal(
        "vae-70 differs from its snapshot in the header: engine exact, numerics 2 was exact, numerics 1; the 4 epochs that were run are "
        + "the same",
        SnapshotComparison.Compare(Verified, (Verified with { Header = Verified.Header with { Engine = "exact, numerics 2" } }).First(4)));

    [Fact]
    public void AHeaderThatDiffersIsNamedAfterTheFirstEpoch()
    {
        var received = Verified.With(
            5, epoch => epoch with { Loss = 1 }) with { Header = Verified.Header with { Spec = Samples.HashB, Seed = 7 } };
        Assert.EndsWith(
            "(0x4348199A); in the header: spec bbbbbbbbbbbbbbbb… was aaaaaaaaaaaaaaaa…, seed 7 was 42",
            SnapshotComparison.Compare(Verified, received), StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherEngineIsNamedFirst()
    {
        var received = Verified.With(1, epoch => epoch with { Loss = 1 }) with { Header = Verified.Header with { Engine = "libtorch" } };
        var difference = SnapshotComparison.Compare(Verified, received);
        Assert.StartsWith(
            "vae-70 differs from its snapshot, which is of another engine, first at epoch 1: loss 1 ", difference,
            StringComparison.Ordinal);
        Assert.EndsWith("; in the header: engine libtorch was exact, numerics 1", difference, StringComparison.Ordinal);
    }

    [Fact]
    public void ThePicturesOrderCounts() => Assert.Equal(
        "vae-70 differs from its snapshot in the order of its lines",
        SnapshotComparison.Compare(Verified, Verified with { Pictures = [.. Verified.Pictures.Reverse()] }));
}
