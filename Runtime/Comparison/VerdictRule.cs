using Repro.Runtime.Training;

namespace Repro.Runtime.Comparison;

/// <summary>
/// Decides when rounding explains a difference. The unit for the loss and its terms is the unit in the last place of the loss; for the
/// validation losses, that of the validation loss. No number may differ by more than <see cref="MostRoundings"/> units. The differences may
/// not grow (<see cref="Grows"/>). No channel of a picture may change by more than <see cref="MostChannelChange"/>. Both runs must have the
/// same epochs, terms and pictures.
/// </summary>
/// <remarks>
/// 64 units are at most 2⁻¹⁷ of a loss. Sums of a million float32 numbers in another order stay within that, and no curve shows it. The
/// rule does not look at weights: where a gradient is as small as its rounding error, Adam may take a whole step in the other direction.
/// </remarks>
public static class VerdictRule
{
    /// <summary>The largest difference of a number, in units in the last place of its loss.</summary>
    public const double MostRoundings = 64;

    /// <summary>The largest change of a pixel's red, green or blue, of 255.</summary>
    public const int MostChannelChange = 1;

    /// <summary>The factor by which the later half of the differing epochs may exceed the earlier half.</summary>
    public const double MostGrowth = 8;

    /// <summary>
    /// The largest difference of an epoch's numbers, in units in the last place of their loss; <c>null</c> when one of them is not finite.
    /// </summary>
    internal static double? Roundings(EpochResult before, EpochResult after)
    {
        var (loss, validation) = (Unit(before.Loss, after.Loss), 0.0);
        if (before.Validation is [var was, ..] && after.Validation is [var now, ..])
        {
            validation = Unit(was.Value, now.Value);
        }

        var largest = 0.0;
        foreach (var (old, other) in before.Values.Zip(after.Values))
        {
            if (BitConverter.SingleToUInt32Bits(old.Value) == BitConverter.SingleToUInt32Bits(other.Value))
            {
                continue;
            }

            if (!float.IsFinite(old.Value) || !float.IsFinite(other.Value))
            {
                return null;
            }

            var unit = old.Name.StartsWith(EpochResult.ValidationPrefix, StringComparison.Ordinal) ? validation : loss;
            largest = Math.Max(largest, Math.Abs((double)other.Value - old.Value) / unit);
        }

        return largest;
    }

    /// <summary>
    /// Whether the differences grow. The epochs from the first that differs to the last are cut into two halves. The differences grow when
    /// one in the later half is more than <see cref="MostGrowth"/> times the largest in the earlier half, or times one unit if that is
    /// larger.
    /// </summary>
    /// <param name="differences">The epochs that differ, ascending.</param>
    /// <param name="lastEpoch">The last epoch that was compared.</param>
    public static bool Grows(IReadOnlyList<EpochDifference> differences, int lastEpoch)
    {
        ArgumentNullException.ThrowIfNull(differences);
        if (differences.Count == 0)
        {
            return false;
        }

        var middle = (differences[0].Epoch + lastEpoch + 1) / 2;
        var (earlier, later) = (1.0, 0.0);
        foreach (var (epoch, _, _, roundings) in differences)
        {
            (earlier, later) = epoch < middle || epoch == differences[0].Epoch
                ? (Math.Max(earlier, roundings ?? double.PositiveInfinity), later)
                : (earlier, Math.Max(later, roundings ?? double.PositiveInfinity));
        }

        return later > MostGrowth * earlier;
    }

    internal static Verdict Judge(RunDifference difference)
    {
        if (difference.IsNone)
        {
            return Verdict.SameBits;
        }

        var onlyWeights = difference.Epochs.Count == 0 && difference.Pictures.Count == 0;
        return difference.SameWeights is not null && !onlyWeights && !difference.Grows
            && difference.Epochs.All(epoch => epoch.Roundings <= MostRoundings)
            && difference.Pictures.All(picture => picture.Pixels is { } pixels && pixels.Largest <= MostChannelChange)
                ? Verdict.SameWithinRounding
                : Verdict.Different;
    }

    private static double Unit(float before, float after)
    {
        var larger = MathF.Max(MathF.Abs(before), MathF.Abs(after));
        return float.IsFinite(larger) ? Ulp.Of(larger) : double.NaN;
    }
}
