namespace Repro.Runtime.Comparison;

/// <summary>How two results relate, from best to worst.</summary>
public enum Verdict
{
    /// <summary>Every number, picture and weight has the same bits.</summary>
    SameBits,

    /// <summary>They differ by what rounding explains, see <see cref="VerdictRule"/>.</summary>
    SameWithinRounding,

    /// <summary>They differ.</summary>
    Different,
}
