using Repro.Runtime.Data;
using Repro.Runtime.Runs;

namespace Repro.Runtime.Studies;

/// <summary>A finished run to measure.</summary>
/// <param name="Experiment">The experiment, with the seed that the run had.</param>
/// <param name="Run">The run.</param>
/// <param name="Data">The images that it was trained on.</param>
public sealed record MeasurementTask(Experiment Experiment, Run Run, DataSet Data);
