namespace Repro.Runtime.Tracing;

/// <summary>What chosen steps of a run computed, operation by operation.</summary>
/// <param name="Header">What it is of.</param>
/// <param name="Steps">The steps, ascending.</param>
public sealed record Trace(TraceHeader Header, IReadOnlyList<TraceStep> Steps);
