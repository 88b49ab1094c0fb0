using Repro.Engine.Threading;

namespace Repro.Engine.Fingerprints;

/// <summary>
/// Makes threads late at random, so that others take their tasks, and changes the number of threads between steps. What is computed may not
/// change.
/// </summary>
internal sealed class Disturbance : IDisposable
{
    private const int MostThreads = 9;
    private readonly int threadsBefore = ThreadTeam.Size;
    private readonly System.Random random;
    private int delays;

    public Disturbance(int seed)
    {
        random = new System.Random(seed);
        Job.BeforeTask = Delay;
        BetweenSteps();
    }

    /// <summary>Tasks whose thread was made late.</summary>
    public int Delays => Volatile.Read(ref delays);

    /// <summary>Goes on with another number of threads.</summary>
    public void BetweenSteps() => ThreadTeam.Resize(random.Next(1, MostThreads + 1));

    public void Dispose()
    {
        Job.BeforeTask = null;
        ThreadTeam.Resize(threadsBefore);
    }

    // Chance is wanted here: which thread is late must not follow from the seed alone.
    private void Delay()
    {
        switch (System.Random.Shared.Next(16))
        {
            case 0:
                Interlocked.Increment(ref delays);
                Thread.Sleep(1);
                break;
            case < 4:
                Interlocked.Increment(ref delays);
                Thread.Yield();
                break;
        }
    }
}
