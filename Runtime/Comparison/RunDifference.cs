using Repro.Runtime.Imaging;
using Repro.Runtime.Snapshots;

namespace Repro.Runtime.Comparison;

/// <summary>The difference between two runs, over the epochs that both have.</summary>
public sealed class RunDifference
{
    private RunDifference(ComparisonSide before, ComparisonSide after)
    {
        (Before, After) = (before, after);
        var (was, now) = (before.Snapshot, after.Snapshot);
        Inputs = [.. was.Header.Fields.Zip(now.Header.Fields).Where(pair => pair.First != pair.Second)
            .Select(pair => new FieldDifference(pair.First.Name, pair.First.Value, pair.Second.Value))];
        LastEpoch = Math.Min(was.Epochs.Count, now.Epochs.Count);
        Epochs = [.. was.Epochs.Zip(now.Epochs).Select(pair => EpochDifference.Of(pair.First, pair.Second)).OfType<EpochDifference>()];
        // Weights after different numbers of epochs cannot be compared.
        SameWeights = was.Epochs.Count != now.Epochs.Count ? null : was.Weights == now.Weights;
        var (head, other) = SameWeights is null ? (was with { Weights = null }, now with { Weights = null }) : (was, now);
        First = SnapshotComparison.First(head.First(LastEpoch), other.First(LastEpoch));
        Pictures = [.. PictureDifferences()];
        Weights = SameWeights == false && before.Weights() is { } old && after.Weights() is { } changed
            ? WeightDifference.All(old, changed)
            : null;
        Grows = VerdictRule.Grows(Epochs, LastEpoch);
        Verdict = VerdictRule.Judge(this);
    }

    /// <summary>The first run.</summary>
    public ComparisonSide Before { get; }

    /// <summary>The second run.</summary>
    public ComparisonSide After { get; }

    /// <summary>The inputs of the runs that differ: specification, data, engine, seed, number of epochs.</summary>
    public IReadOnlyList<FieldDifference> Inputs { get; }

    /// <summary>The last epoch that both have.</summary>
    public int LastEpoch { get; }

    /// <summary>The epochs that differ, ascending.</summary>
    public IReadOnlyList<EpochDifference> Epochs { get; }

    /// <summary>The differing epoch with the largest relative difference of the loss; the first one when there is no such number.</summary>
    public EpochDifference? Largest => Epochs.Count == 0 ? null : Epochs.MaxBy(epoch => Math.Abs(epoch.Loss.Relative ?? 0));

    /// <summary>
    /// The first difference in the epochs that both have, see <see cref="SnapshotComparison.First"/>; <c>null</c> when there is none.
    /// </summary>
    public string? First { get; }

    /// <summary>The pictures that differ, in the epochs that both have.</summary>
    public IReadOnlyList<PictureDifference> Pictures { get; }

    /// <summary>How many pictures were compared.</summary>
    public int ComparedPictures { get; private set; }

    /// <summary>Whether the final weights are the same; <c>null</c> when the runs have different numbers of epochs.</summary>
    public bool? SameWeights { get; }

    /// <summary>The weights that differ; <c>null</c> when they are the same, or a file is missing.</summary>
    public IReadOnlyList<WeightDifference>? Weights { get; }

    /// <summary>Whether the differences of the numbers grow with the epochs, see <see cref="VerdictRule.Grows"/>.</summary>
    public bool Grows { get; }

    /// <summary>How the results relate. <see cref="Inputs"/> do not matter for it.</summary>
    public Verdict Verdict { get; }

    /// <summary>Whether rounding explains the difference of the first epoch that differs.</summary>
    public bool BeginsAsRounding => Epochs is [{ Roundings: <= VerdictRule.MostRoundings }, ..];

    /// <summary>The first epoch whose difference rounding does not explain; <c>null</c> when there is none.</summary>
    public int? Departure => Epochs.FirstOrDefault(epoch => !(epoch.Roundings <= VerdictRule.MostRoundings))?.Epoch;

    /// <summary>Whether both runs have the same epochs, numbers, pictures and weights.</summary>
    internal bool IsNone => SameWeights == true && Epochs.Count == 0 && Pictures.Count == 0;

    /// <summary>Compares two runs.</summary>
    /// <exception cref="ReproException">A file of a run cannot be read.</exception>
    public static RunDifference Between(ComparisonSide before, ComparisonSide after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new RunDifference(before, after);
    }

    private IEnumerable<PictureDifference> PictureDifferences()
    {
        var was = Before.Snapshot.First(LastEpoch).Pictures.ToDictionary(picture => picture.FileName, StringComparer.Ordinal);
        var now = After.Snapshot.First(LastEpoch).Pictures.ToDictionary(picture => picture.FileName, StringComparer.Ordinal);
        List<string> names = [.. was.Keys.Union(now.Keys, StringComparer.Ordinal)];
        ComparedPictures = names.Count;
        foreach (var name in names)
        {
            var (before, after) = (was.GetValueOrDefault(name), now.GetValueOrDefault(name));
            if (before != after)
            {
                yield return new PictureDifference(before, after, Pixels(before, after));
            }
        }
    }

    private PixelDifference? Pixels(SnapshotPicture? before, SnapshotPicture? after) =>
        before is not null
            && after is not null
            && before.Size == after.Size
            && Before.Picture(before) is { } was
            && After.Picture(after) is { } now
            ? PixelDifference.Between(was, now)
            : null;
}
