namespace Repro.Runtime.Tracing;

/// <summary>The computations of chosen steps of a run, operation by operation.</summary>
/// <param name="Header">The run that was traced.</param>
/// <param name="Steps">The steps, ascending.</param>
public sealed record Trace(TraceHeader Header, IReadOnlyList<TraceStep> Steps);
