namespace Repro.Runtime.Tracing;

/// <summary>A step of a run, with everything that was recorded of it, in the order in which it was computed.</summary>
/// <param name="Step">Its number, from 1 at the start of the run.</param>
/// <param name="Epoch">Its epoch, from 1.</param>
/// <param name="Records">What it made.</param>
public sealed record TraceStep(int Step, int Epoch, IReadOnlyList<TraceRecord> Records);
