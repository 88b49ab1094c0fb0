using Repro.Runtime.Data;
using Repro.Runtime.Snapshots;

namespace Repro.Runtime.Studies;

/// <summary>What a study needs besides its results.</summary>
/// <param name="Root">The folder of <c>experiments.yaml</c>.</param>
/// <param name="Snapshots">The locked results.</param>
/// <param name="Data">Gives the images of an experiment.</param>
public sealed record StudyContext(string Root, SnapshotFolder Snapshots, Func<Experiment, DataSet> Data);
