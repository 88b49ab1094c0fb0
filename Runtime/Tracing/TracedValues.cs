namespace Repro.Runtime.Tracing;

/// <summary>Which values a trace has, beside the first of each block: none, all, or those of one block.</summary>
/// <param name="All">Whether it has all.</param>
/// <param name="Operation">The number of the record, from 1, of which it has a block; 0 for none.</param>
/// <param name="Block">The number of the block, from 1.</param>
public sealed record TracedValues(bool All = false, int Operation = 0, int Block = 0)
{
    /// <summary>The first value of each block, and nothing else.</summary>
    public static TracedValues Firsts { get; } = new();
}
