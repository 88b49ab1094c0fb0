namespace Repro.Runtime.Comparison;

/// <summary>How two results relate, from best to worst.</summary>
public enum Verdict
{
    /// <summary>Every number, picture and weight has the same bits.</summary>
    SameBits,

    /// <summary>They differ, and rounding explains it, see <see cref="VerdictRule"/>.</summary>
    SameWithinRounding,

    /// <summary>They differ, and rounding does not explain it.</summary>
    Different,
}
