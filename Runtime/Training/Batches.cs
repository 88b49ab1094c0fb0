using Repro.Runtime.Randomness;
using static TorchSharp.torch;

namespace Repro.Runtime.Training;

/// <summary>The batches of each epoch, in the order of the data set or in a new random order. Images may be mirrored at random.</summary>
internal sealed class Batches : IDisposable
{
    private readonly Tensor images;
    private readonly int size;
    private readonly Generator? shuffle;
    private readonly HorizontalFlip? flip;
    private Tensor? order;
    private byte[]? orderedFrom;

    public Batches(Tensor images, ExperimentSettings settings)
    {
        (this.images, size) = (images, settings.BatchSize);
        Count = settings.StepsPerEpoch((int)images.shape[0]);
        shuffle = settings.Shuffle ? RandomStreams.Create(settings.Seed, RandomStreams.Shuffle) : null;
        flip = settings.Data.HorizontalFlip ? new HorizontalFlip(settings.Seed) : null;
    }

    /// <summary>The number of batches in an epoch.</summary>
    public int Count { get; }

    /// <summary>
    /// The states of the random streams, by their purposes, from which the epoch can continue with the next batch. For the stream of the
    /// order, it is the state before the order was drawn; for the others, the current state.
    /// </summary>
    public IReadOnlyDictionary<string, byte[]> Streams
    {
        get
        {
            var states = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
            if (shuffle is not null)
            {
                states.Add(RandomStreams.Shuffle, orderedFrom ?? RandomStreams.State(shuffle));
            }

            if (flip is not null)
            {
                states.Add(RandomStreams.HorizontalFlip, RandomStreams.State(flip.Stream));
            }

            return states;
        }
    }

    /// <summary>Restores states that <see cref="Streams"/> gave.</summary>
    public void Restore(IReadOnlyDictionary<string, byte[]> states)
    {
        EndEpoch();
        (Generator?, string)[] streams = [(shuffle, RandomStreams.Shuffle), (flip?.Stream, RandomStreams.HorizontalFlip)];
        foreach (var (stream, purpose) in streams)
        {
            if (stream is not null)
            {
                RandomStreams.Restore(stream, states[purpose]);
            }
        }
    }

    /// <summary>Draws the order of the epoch.</summary>
    public void BeginEpoch()
    {
        EndEpoch();
        if (shuffle is not null)
        {
            orderedFrom = RandomStreams.State(shuffle);
            order = randperm(images.shape[0], generator: shuffle).DetachFromDisposeScope();
        }
    }

    /// <summary>
    /// The batch of this number, from 0: N × channels × height × width. The last one may be smaller. Batches must be taken once each, in
    /// order. The caller disposes the batch.
    /// </summary>
    public Tensor Take(int number)
    {
        var start = (long)number * size;
        var count = Math.Min(size, images.shape[0] - start);
        using var indexes = order?.narrow(0, start, count);
        var batch = indexes is null ? images.narrow(0, start, count) : images.index_select(0, indexes);
        return flip is null ? batch : Flip(batch);
    }

    public void EndEpoch()
    {
        order?.Dispose();
        (order, orderedFrom) = (null, null);
    }

    public void Dispose()
    {
        EndEpoch();
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
