using Repro.Runtime.Training;

namespace Repro.Runtime.Comparison;

/// <summary>A number of an epoch in two runs.</summary>
/// <param name="Name">Which number: <c>loss</c>, a term of it, or a validation loss.</param>
/// <param name="Before">Its value in the first run.</param>
/// <param name="After">Its value in the second.</param>
public sealed record ValueDifference(string Name, float Before, float After)
{
    /// <summary>After minus before.</summary>
    public double Absolute => (double)After - Before;

    /// <summary>
    /// The difference divided by the magnitude of the value before, 0.01 for one percent; <c>null</c> when that value is 0.
    /// </summary>
    public double? Relative => Before == 0 ? null : Absolute / Math.Abs((double)Before);

    /// <summary>See <see cref="Ulp.Distance"/>.</summary>
    public long? Ulps => Ulp.Distance(Before, After);

    internal static ValueDifference? Of(TermValue before, TermValue after) =>
        BitConverter.SingleToUInt32Bits(before.Value) == BitConverter.SingleToUInt32Bits(after.Value)
            ? null
            : new ValueDifference(before.Name, before.Value, after.Value);
}
