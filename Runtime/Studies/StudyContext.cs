using Repro.Runtime.Data;
using Repro.Runtime.Snapshots;

namespace Repro.Runtime.Studies;

/// <summary>What a study has at hand beside its results.</summary>
/// <param name="Root">The folder of <c>experiments.yaml</c>.</param>
/// <param name="Snapshots">The locked results.</param>
/// <param name="Data">The images of an experiment.</param>
public sealed record StudyContext(string Root, SnapshotFolder Snapshots, Func<Experiment, DataSet> Data);
