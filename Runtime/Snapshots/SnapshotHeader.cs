using System.Globalization;
using Repro.Runtime.Data;

namespace Repro.Runtime.Snapshots;

/// <summary>What a run's numbers are a function of, and the size of its network.</summary>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Spec">Hash of what <c>experiments.yaml</c> says about it.</param>
/// <param name="Data">Hash of its images.</param>
/// <param name="Engine">The engine and the version of its numerics, see <see cref="EngineIdentity"/>.</param>
/// <param name="Seed">The run's seed.</param>
/// <param name="Epochs">Epochs of the whole run.</param>
/// <param name="Parameters">Number of trained values of the network.</param>
public sealed record SnapshotHeader(string Experiment, string Spec, string Data, string Engine, long Seed, int Epochs, long Parameters)
{
    /// <summary>The header of a run of <paramref name="settings"/> on this engine.</summary>
    public static SnapshotHeader Of(ExperimentSettings settings, DataSet data, long parameters)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(data);
        return new(settings.Name, settings.SpecHash, data.Hash, EngineIdentity.Current, settings.Seed, settings.Epochs, parameters);
    }

    /// <summary>The fields' names and values, as the text has them.</summary>
    internal IReadOnlyList<(string Name, string Value)> Fields =>
    [
        ("experiment", Experiment),
        ("spec", Spec),
        ("data", Data),
        ("engine", Engine),
        ("seed", Seed.ToString(CultureInfo.InvariantCulture)),
        ("epochs", Epochs.ToString(CultureInfo.InvariantCulture)),
        ("parameters", Parameters.ToString(CultureInfo.InvariantCulture)),
    ];
}
