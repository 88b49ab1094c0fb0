using Repro.Runtime.Snapshots;
using Repro.Runtime.Training;

namespace Repro.Runtime.Tests.Fixtures;

/// <summary>Made-up results, for tests that need no training.</summary>
internal static class Samples
{
    public static readonly string HashA = new('a', 64);
    public static readonly string HashB = new('b', 64);

    public static IReadOnlyList<EpochResult> Epochs(int count) =>
    [
        .. Enumerable.Range(1, count).Select(epoch =>
            new EpochResult(
                epoch, 1000.5f / epoch, [new("squared_error", 1000f / epoch), new("kl divergence", 0.5f / epoch)], $"{epoch:x16}", 0.001)),
    ];

    public static Snapshot Snapshot(int epochs = 12) => new(
        new SnapshotHeader("vae-70", HashA, HashB, "exact, numerics 1", 42, epochs, 1234567),
        Epochs(epochs),
        [new(10, "reconstructions", "464x266", HashA), new(10, "samples", "530x266", HashB), new(epochs, "samples", "530x266", HashA)],
        HashB);

    public static Snapshot With(this Snapshot snapshot, int epoch, Func<EpochResult, EpochResult> change) =>
        snapshot with { Epochs = [.. snapshot.Epochs.Select(result => result.Epoch == epoch ? change(result) : result)] };
}
