using Repro.Runtime.Randomness;
using static TorchSharp.torch;

namespace Repro.Runtime.Training;

/// <summary>Mirrors images, left to right, with probability ½ each. It draws from a separate random stream.</summary>
internal sealed class HorizontalFlip(long seed) : IDisposable
{
    /// <summary>The random stream that chooses the images to mirror.</summary>
    public Generator Stream { get; } = RandomStreams.Create(seed, RandomStreams.HorizontalFlip);

    /// <summary>
    /// A new batch (N × channels × height × width). The stream gives one number for each image, uniform in [0, 1), in the order of the
    /// batch. An image is mirrored when its number is less than ½.
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
