using Repro.Runtime.Randomness;
using static TorchSharp.torch;

namespace Repro.Runtime.Training;

/// <summary>Mirrors images, left to right, with probability ½ each, drawn from a stream of its own.</summary>
internal sealed class HorizontalFlip(long seed) : IDisposable
{
    /// <summary>Says which images are mirrored.</summary>
    public Generator Stream { get; } = RandomStreams.Create(seed, RandomStreams.HorizontalFlip);

    /// <summary>
    /// A new batch (N × channels × height × width), in which an image is mirrored if the stream's next number, uniform in [0, 1), is
    /// less than ½; one number an image, in the order of the batch.
    /// </summary>
    public Tensor Apply(Tensor images)
    {
        using var scope = NewDisposeScope();
        var width = images.shape[3];
        var mirrored = images.index_select(3, arange(width - 1, -1, -1, ScalarType.Int64));
        var chosen = rand(images.shape[0], generator: Stream).lt(0.5f).reshape(-1, 1, 1, 1);
        return where(chosen, mirrored, images).MoveToOuterDisposeScope();
    }

    public void Dispose() => Stream.Dispose();
}
