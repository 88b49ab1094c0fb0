using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using static TorchSharp.torch;

namespace Repro.Runtime.Randomness;

/// <summary>
/// Random streams beside the default generator. Each is seeded from the run's seed and a purpose, so draws from one change neither another
/// nor the training.
/// </summary>
public static class RandomStreams
{
    /// <summary>The default generator, which the seed itself seeds: initial weights, dropout and the noise of a model.</summary>
    public const string Default = "default";

    /// <summary>The stream that orders the images of an epoch.</summary>
    public const string Shuffle = "shuffle";

    /// <summary>The stream that chooses the images of a step to mirror.</summary>
    public const string HorizontalFlip = "horizontal flip";

    /// <summary>The stream of the noise that a model draws for its validation loss. It restarts after every epoch.</summary>
    public const string Validation = "validation";

    /// <summary>The stream of the latent vectors that are decoded into samples from the prior.</summary>
    public const string Samples = "samples";

    /// <summary>The stream of the latent vectors whose decoded images <see cref="Metrics.ModelMetrics"/> measures.</summary>
    public const string MeasuredSamples = "measured samples";

    /// <summary>The stream of the latent vector that a single image is interpolated with.</summary>
    public const string Interpolation = "interpolation";

    /// <summary>The first eight bytes, little endian, of the SHA-256 of "<c>seed/purpose</c>" in UTF-8.</summary>
    public static ulong Seed(long seed, string purpose)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{seed}/{purpose}");
        return BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>A new generator of the stream, at its start.</summary>
    public static Generator Create(long seed, string purpose) => new(Seed(seed, purpose));

    /// <summary>The state of a generator, as the engine writes it.</summary>
    internal static byte[] State(Generator generator)
    {
        using var state = generator.get_state();
        return [.. state.data<byte>()];
    }

    /// <summary>Restores a state that <see cref="State"/> gave.</summary>
    internal static void Restore(Generator generator, byte[] state)
    {
        using var bytes = tensor(state);
        generator.set_state(bytes);
    }
}
