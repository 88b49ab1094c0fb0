namespace Repro.Runtime.Runs;

/// <summary>Limits how often an action runs: at most once a second, and for at most a hundredth of the time.</summary>
internal sealed class Pace(TimeProvider clock)
{
    private const int Share = 100;

    private long next = clock.GetTimestamp();

    /// <summary>Runs the action, unless it ran too recently.</summary>
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
