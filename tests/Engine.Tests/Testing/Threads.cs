using Repro.Engine.Threading;

namespace Repro.Engine.Tests.Testing;

/// <summary>Runs something with several numbers of threads, and goes back to the number before.</summary>
internal static class Threads
{
    public static void Each(Action<int> body)
    {
        var before = ThreadTeam.Size;
        try
        {
            foreach (var threads in (ReadOnlySpan<int>)[1, 2, 3, 7])
            {
                ThreadTeam.Resize(threads);
                body(threads);
            }
        }
        finally
        {
            ThreadTeam.Resize(before);
        }
    }
}
