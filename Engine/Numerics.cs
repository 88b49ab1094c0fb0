namespace Repro.Engine;

/// <summary>The numeric contract of this engine; <c>docs/numerics.md</c> is its text.</summary>
public static class Numerics
{
    /// <summary>The engine's name, as snapshots state it.</summary>
    public const string Engine = "exact";

    /// <summary>Version of the contract. It rises with every change of any bit of any operation.</summary>
    public const int Version = 2;
}
