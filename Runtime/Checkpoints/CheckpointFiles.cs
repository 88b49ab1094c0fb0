namespace Repro.Runtime.Checkpoints;

/// <summary>The files of a checkpoint.</summary>
internal static class CheckpointFiles
{
    /// <summary>Lists the others, see <see cref="CheckpointManifest"/>.</summary>
    public const string Manifest = "checkpoint.json";

    /// <summary>Parameters and buffers of the network, a safetensors file.</summary>
    public const string Weights = "weights.safetensors";

    /// <summary>What torch's <c>Optimizer.save_state_dict</c> writes.</summary>
    public const string Optimizer = "optimizer.bin";

    /// <summary>The snapshot of the run so far: what it is a run of, its epochs, the hashes of its pictures.</summary>
    public const string Snapshot = "snapshot.txt";

    /// <summary>The rest, see <see cref="CheckpointState"/>.</summary>
    public const string State = "state.json";

    /// <summary>All but the manifest.</summary>
    public static IReadOnlyList<string> Listed { get; } = [Weights, Optimizer, Snapshot, State];
}
