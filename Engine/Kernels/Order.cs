namespace Repro.Engine.Kernels;

/// <summary>The numbers that fix in which order reductions add.</summary>
internal static class Order
{
    /// <summary>Length of a block along a reduction axis: of products (rule 2) and of sums (rule 3).</summary>
    public const int Block = 256;

    /// <summary>Lanes that a block of a sum is dealt to (rule 3).</summary>
    public const int Lanes = 16;
}
