namespace Repro.Runtime.Tracing;

/// <summary>A step of a run, with its records in the order of computation.</summary>
/// <param name="Step">Its number, from 1 at the start of the run.</param>
/// <param name="Epoch">Its epoch, from 1.</param>
/// <param name="Records">Its tensors.</param>
public sealed record TraceStep(int Step, int Epoch, IReadOnlyList<TraceRecord> Records);
