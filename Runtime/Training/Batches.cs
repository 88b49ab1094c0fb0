using static TorchSharp.torch;

namespace Repro.Runtime.Training;

/// <summary>
/// The batches of each epoch: in the order of the data set, or in a new order drawn from a stream of its own; as they are, or mirrored by chance.
/// </summary>
internal sealed class Batches(Tensor images, ExperimentSettings settings) : IDisposable
{
    private readonly Generator? shuffle = settings.Shuffle ? RandomStreams.Create(settings.Seed, RandomStreams.Shuffle) : null;

    private readonly HorizontalFlip? flip = settings.Data.HorizontalFlip ? new HorizontalFlip(settings.Seed) : null;

    /// <summary>The batches of the next epoch, each N × channels × height × width; the last may be smaller. The caller disposes them.</summary>
    public IEnumerable<Tensor> NextEpoch()
    {
        var count = images.shape[0];
        using var order = shuffle is null ? null : randperm(count, generator: shuffle);
        for (long start = 0; start < count; start += settings.BatchSize)
        {
            var size = Math.Min(settings.BatchSize, count - start);
            using var indexes = order?.narrow(0, start, size);
            var batch = indexes is null ? images.narrow(0, start, size) : images.index_select(0, indexes);
            yield return flip is null ? batch : Flip(batch);
        }
    }

    public void Dispose()
    {
        shuffle?.Dispose();
        flip?.Dispose();
    }

    private Tensor Flip(Tensor batch)
    {
        using (batch)
        {
            return flip!.Apply(batch);
        }
    }
}
