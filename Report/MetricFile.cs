namespace Repro.Report;

/// <summary>A file of measured runs, as <see cref="Runtime.Studies.StudyResults"/> writes it.</summary>
/// <param name="Path">Where it is, relative to the folder of <c>experiments.yaml</c>, with forward slashes.</param>
/// <param name="Command">What writes it, such as <c>repro paper</c>.</param>
/// <param name="Experiments">The names of the experiments that the command measures.</param>
public sealed record MetricFile(string Path, string Command, IReadOnlyList<string> Experiments);
