using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Repro.Runtime.Files;
using Repro.Runtime.Randomness;
using Repro.Runtime.Training;

namespace Repro.Runtime.Checkpoints;

/// <summary>
/// The file <c>state.json</c>: what a run needs to go on, besides its weights, the state of its optimizer, and its epochs.
/// </summary>
/// <param name="Step">How many steps of the current epoch were complete.</param>
/// <param name="Sums">The sums over these steps.</param>
/// <param name="RunningHash">The state of <see cref="Training.RunningHash"/>.</param>
/// <param name="Generators">
/// The state of each random stream, by its purpose in <see cref="RandomStreams"/>, as the engine writes it.
/// </param>
/// <param name="Captured">The pictures and weights that were captured until then, relative to the folder of the run.</param>
/// <param name="Seconds">How long the run has trained.</param>
internal sealed record CheckpointState(
    int Step,
    EpochSums Sums,
    byte[] RunningHash,
    IReadOnlyDictionary<string, byte[]> Generators,
    IReadOnlyList<FileDigest> Captured,
    double Seconds) : IJsonOnDeserialized
{
    /// <summary>More than 300 years.</summary>
    private const double MostSeconds = 1e10;

    /// <summary>Refuses what no run has.</summary>
    void IJsonOnDeserialized.OnDeserialized()
    {
        bool[] forms = [Step >= 0, Sums.Images >= 0, RunningHash.Length == SHA256.HashSizeInBytes, Seconds is >= 0 and <= MostSeconds];
        if (forms.Contains(false))
        {
            throw new JsonException("A field has a value that no run has.");
        }
    }
}
