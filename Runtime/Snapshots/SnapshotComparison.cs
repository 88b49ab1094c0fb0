using System.Globalization;
using Repro.Runtime.Training;

namespace Repro.Runtime.Snapshots;

/// <summary>Compares a rerun with the snapshot, over the epochs of the rerun.</summary>
public static class SnapshotComparison
{
    /// <summary>
    /// <c>null</c> when the rerun gave the snapshot again. Otherwise a sentence about the first difference (an epoch, a picture or the
    /// weights) and about every field of the header that differs.
    /// </summary>
    public static string? Compare(Snapshot verified, Snapshot received)
    {
        ArgumentNullException.ThrowIfNull(verified);
        ArgumentNullException.ThrowIfNull(received);
        var expected = verified.First(received.Epochs.Count);
        if (SnapshotWriter.Write(expected) == SnapshotWriter.Write(received))
        {
            return null;
        }

        var name = received.Header.Experiment;
        var header = Header(expected.Header, received.Header);
        var run = First(expected, received);
        return (run, header) switch
        {
            (null, "") => $"{name} differs from its snapshot in the order of its lines",
            (null, _) =>
                $"{name} differs from its snapshot in the header: {header}; the {received.Epochs.Count} epochs that were run are the same",
            (_, "") => $"{name} differs from its snapshot first at {run}",
            _ when expected.Header.Engine != received.Header.Engine =>
                $"{name} differs from its snapshot, which is of another engine, first at {run}; in the header: {header}",
            _ => $"{name} differs from its snapshot first at {run}; in the header: {header}",
        };
    }

    /// <summary>
    /// The first difference between two results with the same number of epochs, such as <c>epoch 2: loss 2 (0x40000000) was 1
    /// (0x3F800000)</c>: an epoch, a picture or the weights. It is <c>null</c> when there is none.
    /// </summary>
    public static string? First(Snapshot verified, Snapshot received)
    {
        ArgumentNullException.ThrowIfNull(verified);
        ArgumentNullException.ThrowIfNull(received);
        return Epochs(verified, received) ?? Weights(verified, received);
    }

    private static string Header(SnapshotHeader was, SnapshotHeader now) =>
        string.Join(", ", was.Fields.Zip(now.Fields).Where(pair => pair.First != pair.Second)
            .Select(pair => $"{pair.First.Name} {Short(pair.Second.Value)} was {Short(pair.First.Value)}"));

    private static string? Epochs(Snapshot was, Snapshot now)
    {
        for (var i = 0; i < now.Epochs.Count; i++)
        {
            var epoch = now.Epochs[i];
            var difference = i < was.Epochs.Count ? Epoch(was.Epochs[i], epoch) : "the snapshot does not have it";
            difference ??= Pictures(was, now, epoch.Epoch);
            if (difference is not null)
            {
                return string.Create(CultureInfo.InvariantCulture, $"epoch {epoch.Epoch}: {difference}");
            }
        }

        return null;
    }

    private static string? Epoch(EpochResult was, EpochResult now)
    {
        if (!was.Values.Select(value => value.Name).SequenceEqual(now.Values.Select(value => value.Name), StringComparer.Ordinal))
        {
            return $"the terms of the loss are {Names(now)}, were {Names(was)}";
        }

        List<string> differences = [.. now.Values.Zip(was.Values).Where(pair => !SameBits(pair.First, pair.Second))
            .Select(pair => $"{pair.First.Name} {Text(pair.First.Value)} was {Text(pair.Second.Value)}")];
        if (differences.Count > 0)
        {
            return string.Join(", ", differences);
        }

        return was.RunningHash == now.RunningHash ? null : $"the running hash of its steps {now.RunningHash} was {was.RunningHash}";
    }

    private static bool SameBits(TermValue left, TermValue right) =>
        BitConverter.SingleToUInt32Bits(left.Value) == BitConverter.SingleToUInt32Bits(right.Value);

    private static string Names(EpochResult epoch) =>
        string.Join(" and ", epoch.Values.Skip(1).Select(value => value.Name).DefaultIfEmpty("none"));

    private static string Text(float value) => $"{FloatText.Decimal(value)} ({FloatText.Bits(value)})";

    private static string? Pictures(Snapshot was, Snapshot now, int epoch)
    {
        var before = was.Pictures.Where(picture => picture.Epoch == epoch).ToDictionary(picture => picture.Kind, StringComparer.Ordinal);
        foreach (var picture in now.Pictures.Where(picture => picture.Epoch == epoch))
        {
            if (!before.Remove(picture.Kind, out var old))
            {
                return $"the picture '{picture.Kind}' is not in the snapshot";
            }

            if (old != picture)
            {
                return $"the picture '{picture.Kind}' has the pixels {Short(picture.Hash)} ({picture.Size}), had {Short(old.Hash)} "
                    + $"({old.Size})";
            }
        }

        var missing = was.Pictures.FirstOrDefault(picture => picture.Epoch == epoch && before.ContainsKey(picture.Kind));
        return missing is null ? null : $"the picture '{missing.Kind}' of the snapshot was not captured";
    }

    private static string? Weights(Snapshot was, Snapshot now) => was.Weights == now.Weights
        ? null
        : $"the final weights: their hash {Short(now.Weights ?? "(none)")} was {Short(was.Weights ?? "(none)")}";

    private static string Short(string value) => value.Length == 64 ? value[..16] + "…" : value;
}
