using Repro.Runtime.Training;

namespace Repro.Runtime.Comparison;

/// <summary>An epoch whose numbers or steps differ between two runs.</summary>
/// <param name="Epoch">Its number, from 1.</param>
/// <param name="Loss">The loss in both runs, whether it differs or not.</param>
/// <param name="Values">
/// The numbers that both runs have and that differ. It is empty when only the steps or the names of the terms differ.
/// </param>
/// <param name="Roundings">See <see cref="VerdictRule"/>; <c>null</c> when one run lacks a number, or has one that is not finite.</param>
public sealed record EpochDifference(int Epoch, ValueDifference Loss, IReadOnlyList<ValueDifference> Values, double? Roundings)
{
    /// <summary>The difference, or <c>null</c> when there is none.</summary>
    internal static EpochDifference? Of(EpochResult before, EpochResult after)
    {
        var (was, now) = (before.Values.ToList(), after.Values.ToList());
        var sameNames = was.Select(value => value.Name).SequenceEqual(now.Select(value => value.Name), StringComparer.Ordinal);
        var pairs = was.Join(
            now, value => value.Name, value => value.Name, (old, other) => (Before: old, After: other), StringComparer.Ordinal).ToList();
        List<ValueDifference> values = [.. pairs.Select(pair => ValueDifference.Of(pair.Before, pair.After)).OfType<ValueDifference>()];
        return values.Count == 0 && sameNames && before.RunningHash == after.RunningHash
            ? null
            : new EpochDifference(
                before.Epoch, new("loss", before.Loss, after.Loss), values, sameNames ? VerdictRule.Roundings(before, after) : null);
    }
}
