namespace Repro.Runtime.Tracing;

/// <summary>The run of a trace. It names no machine: a run has the same trace on all machines.</summary>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Spec">Hash of its settings in <c>experiments.yaml</c>.</param>
/// <param name="Data">Hash of its images.</param>
/// <param name="Engine">The engine and the version of its numerics.</param>
/// <param name="Seed">The run's seed.</param>
/// <param name="Epochs">Epochs of the whole run.</param>
/// <param name="Steps">The requested step numbers, ascending. The trace of a run that failed ends with the step of the failure.</param>
/// <param name="Values">The values in the file beside the digests.</param>
/// <param name="Places">
/// The keys that lead to a layer in <c>experiments.yaml</c>, by the layer's name; also those of the <c>optimizer</c> and the <c>loss</c>.
/// </param>
public sealed record TraceHeader(
    string Experiment,
    string Spec,
    string Data,
    string Engine,
    long Seed,
    int Epochs,
    IReadOnlyList<int> Steps,
    TracedValues Values,
    IReadOnlyDictionary<string, string> Places)
{
    /// <summary>Whether the exact engine made it, which gives the same numbers everywhere.</summary>
    public bool IsExact => Engine.StartsWith("exact", StringComparison.Ordinal);
}
