namespace Repro.Engine;

/// <summary>The numeric contract of this engine; <c>docs/numerics.md</c> is its text.</summary>
public static class Numerics
{
    /// <summary>The engine's name, as snapshots state it.</summary>
    public const string Engine = "exact";

    /// <summary>Version of the contract. It rises with every change of any bit of any operation.</summary>
    public const int Version = 2;

    /// <summary>Length of a block along a reduction axis: of products (rule 2) and of sums (rule 3).</summary>
    internal const int Block = 256;

    /// <summary>Lanes that a block of a sum is dealt to (rule 3).</summary>
    internal const int Lanes = 16;
}
