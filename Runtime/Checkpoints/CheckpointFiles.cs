namespace Repro.Runtime.Checkpoints;

/// <summary>The files of a checkpoint.</summary>
internal static class CheckpointFiles
{
    /// <summary>The list of the other files, see <see cref="CheckpointManifest"/>.</summary>
    public const string Manifest = "checkpoint.json";

    /// <summary>Parameters and buffers of the network, as a safetensors file.</summary>
    public const string Weights = "weights.safetensors";

    /// <summary>The state of the optimizer, as torch's <c>save_state_dict</c> writes it.</summary>
    public const string Optimizer = "optimizer.bin";

    /// <summary>The snapshot of the run so far: its header, its epochs, the hashes of its pictures.</summary>
    public const string Snapshot = "snapshot.txt";

    /// <summary>The rest, see <see cref="CheckpointState"/>.</summary>
    public const string State = "state.json";

    /// <summary>All files except the manifest.</summary>
    public static IReadOnlyList<string> Listed { get; } = [Weights, Optimizer, Snapshot, State];
}
