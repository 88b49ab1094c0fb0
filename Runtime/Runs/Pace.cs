namespace Repro.Runtime.Runs;

/// <summary>Lets something be done now and then: at most once a second, and for at most a hundredth of the time.</summary>
internal sealed class Pace(TimeProvider clock)
{
    private const int Share = 100;

    private long next = clock.GetTimestamp();

    /// <summary>Does it, unless it was done too recently.</summary>
    public void Do(Action action)
    {
        var start = clock.GetTimestamp();
        if (start < next)
        {
            return;
        }

        action();
        var end = clock.GetTimestamp();
        next = end + Math.Max(clock.TimestampFrequency, Share * (end - start));
    }
}
