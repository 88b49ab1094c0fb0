namespace Repro.Engine.Threading;

/// <summary>Splits work into tasks for the thread team. No split changes a result: each output is computed by one task.</summary>
internal static class Partition
{
    /// <summary>The smallest number of cheap elements that pays for waking another thread.</summary>
    private const long Grain = 16 * 1024;

    /// <summary>
    /// The number of tasks that keeps every thread busy: one for a single thread, otherwise four for each, because threads finish at
    /// different times.
    /// </summary>
    public static int Tasks => ThreadTeam.Size == 1 ? 1 : 4 * ThreadTeam.Size;

    /// <summary>
    /// The number of parts into which each of several groups is split, so that all parts together reach <see cref="Tasks"/>.
    /// </summary>
    /// <param name="groups">The number of groups.</param>
    /// <param name="most">The most parts that a group can have, at least 1.</param>
    public static int PartsOf(long groups, int most) => (int)Math.Clamp((Tasks + Math.Max(1, groups) - 1) / Math.Max(1, groups), 1, most);

    /// <summary>Calls <paramref name="body"/> for ranges (start, end) that together make up [0, count).</summary>
    /// <param name="count">The number of items.</param>
    /// <param name="cost">The work of one item, in elements.</param>
    /// <param name="body">Computes a range of items.</param>
    public static void Run(long count, long cost, Action<long, long> body)
    {
        var parts = (int)Math.Min(Math.Clamp(count * cost / Grain, 1, Tasks), Math.Max(1, count));
        if (parts == 1)
        {
            body(0, count);
            return;
        }

        ThreadTeam.Run(parts, part => body(count * part / parts, count * (part + 1) / parts));
    }
}
