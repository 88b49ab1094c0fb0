namespace Repro.Generators.Common;

internal static class Cancellation
{
    /// <summary>The items, until the work is cancelled.</summary>
    public static IEnumerable<T> Until<T>(this IEnumerable<T> items, CancellationToken cancellation)
    {
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return item;
        }
    }
}
