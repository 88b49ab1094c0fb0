namespace Repro.Runtime.Tracing;

/// <summary>The values that a trace stores beside the first of each block: none, all, or those of one block.</summary>
/// <param name="All">Whether it stores all values.</param>
/// <param name="Operation">The number of the record, from 1, whose block it stores; 0 for none.</param>
/// <param name="Block">The number of the block, from 1.</param>
public sealed record TracedValues(bool All = false, int Operation = 0, int Block = 0)
{
    /// <summary>Only the first value of each block.</summary>
    public static TracedValues Firsts { get; } = new();
}
