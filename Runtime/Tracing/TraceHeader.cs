namespace Repro.Runtime.Tracing;

/// <summary>What a trace is of. It names no machine: a run has the same trace on all of them.</summary>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Spec">Hash of what <c>experiments.yaml</c> says about it.</param>
/// <param name="Data">Hash of its images.</param>
/// <param name="Engine">The engine and the version of its numerics.</param>
/// <param name="Seed">The run's seed.</param>
/// <param name="Epochs">Epochs of the whole run.</param>
/// <param name="Steps">The numbers of the traced steps, ascending, as they were asked for; a run that failed has no later ones than that.</param>
/// <param name="Values">Which values are in the file beside the digests.</param>
/// <param name="Places">
/// The keys that lead to a layer in <c>experiments.yaml</c>, by the layer's name, and those of the <c>optimizer</c> and the <c>loss</c>.
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
    /// <summary>Whether the exact engine made it, whose numbers are the same everywhere.</summary>
    public bool IsExact => Engine.StartsWith("exact", StringComparison.Ordinal);
}
