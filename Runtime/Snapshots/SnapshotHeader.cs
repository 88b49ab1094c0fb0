using System.Globalization;
using Repro.Runtime.Data;

namespace Repro.Runtime.Snapshots;

/// <summary>The inputs that decide a run's numbers, and the size of its network.</summary>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Spec">Hash of its settings in <c>experiments.yaml</c>.</param>
/// <param name="Data">Hash of its images.</param>
/// <param name="Engine">The engine and the version of its numerics, see <see cref="EngineIdentity"/>.</param>
/// <param name="Seed">The run's seed.</param>
/// <param name="Epochs">Epochs of the whole run.</param>
/// <param name="Parameters">The number of trained values of the network.</param>
public sealed record SnapshotHeader(string Experiment, string Spec, string Data, string Engine, long Seed, int Epochs, long Parameters)
{
    /// <summary>The header of a run of <paramref name="settings"/> on this engine.</summary>
    public static SnapshotHeader Of(ExperimentSettings settings, DataSet data, long parameters)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(data);
        return new(settings.Name, settings.SpecHash, data.Hash, EngineIdentity.Current, settings.Seed, settings.Epochs, parameters);
    }

    /// <summary>The names and values of the fields, as in the text.</summary>
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
