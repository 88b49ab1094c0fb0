namespace Repro.Engine.Threading;

/// <summary>Cuts a range into tasks that are worth a thread each.</summary>
internal static class Split
{
    /// <summary>Fewest elements of cheap work that pay for waking another thread.</summary>
    private const long Grain = 16 * 1024;

    /// <summary>
    /// Runs <paramref name="body"/>(start, end) over [0, count) in pieces; <paramref name="cost"/> is the work of one item, in elements.
    /// </summary>
    public static void Run(long count, long cost, Action<long, long> body)
    {
        var pieces = (int)Math.Clamp(count * cost / Grain, 1, 4L * ThreadTeam.Size);
        if (pieces == 1 || ThreadTeam.Size == 1)
        {
            body(0, count);
            return;
        }

        pieces = (int)Math.Min(pieces, count);
        ThreadTeam.Run(pieces, piece => body(count * piece / pieces, count * (piece + 1) / pieces));
    }
}
