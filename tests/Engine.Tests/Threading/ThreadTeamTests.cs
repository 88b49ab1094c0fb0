using Repro.Engine.Tests.Testing;
using Repro.Engine.Threading;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Threading;

public class ThreadTeamTests
{
    [Fact]
    public void EveryTaskRunsExactlyOnce() => Threads.Each(_ =>
    {
        for (var round = 0; round < 300; round++)
        {
            var runs = new int[round % 41];
            ThreadTeam.Run(runs.Length, task => Interlocked.Increment(ref runs[task]));
            Assert.All(runs, count => Assert.Equal(1, count));
        }
    });

    [Fact]
    public void ExceptionsReachTheCallerAndTheTeamGoesOn() => Threads.Each(_ =>
    {
        for (var round = 0; round < 20; round++)
        {
            var error = Assert.Throws<InvalidDataException>(
                () => ThreadTeam.Run(16, task => throw new InvalidDataException("task failed")));
            Assert.Equal("task failed", error.Message);
        }

        var sum = 0;
        ThreadTeam.Run(100, task => Interlocked.Add(ref sum, task));
        Assert.Equal(4950, sum);
    });

    [Fact]
    public void NestedRunsStayOnTheirThread() => Threads.Each(_ =>
    {
        var runs = 0;
        ThreadTeam.Run(8, outer =>
        {
            var thread = Environment.CurrentManagedThreadId;
            ThreadTeam.Run(8, inner =>
            {
                Assert.Equal(thread, Environment.CurrentManagedThreadId);
                Interlocked.Increment(ref runs);
            });
        });
        Assert.Equal(64, runs);
    });

    [Fact]
    public void CallersOnManyThreadsTakeTurns()
    {
        var before = ThreadTeam.Size;
        ThreadTeam.Resize(3);
        var runs = 0;
        var callers = Enumerable.Range(0, 12).Select(_ => new Thread(() =>
        {
            for (var round = 0; round < 200; round++)
            {
                ThreadTeam.Run(7, task => Interlocked.Increment(ref runs));
            }
        })).ToArray();
        Array.ForEach(callers, caller => caller.Start());
        for (var threads = 1; threads < 5; threads++)
        {
            ThreadTeam.Resize(threads);
        }

        Array.ForEach(callers, caller => caller.Join());
        ThreadTeam.Resize(before);
        Assert.Equal(12 * 200 * 7, runs);
    }

    [Fact]
    public void ResizingStartsAndEndsThreads()
    {
        var before = get_num_threads();
        set_num_threads(5);
        Assert.Equal(5, get_num_threads());
        using var all = new Barrier(5);

        // Five tasks that wait for each other end only on five threads.
        ThreadTeam.Run(5, _ => Assert.True(all.SignalAndWait(TimeSpan.FromSeconds(30))));
        set_num_threads(before);
        Assert.Throws<ArgumentOutOfRangeException>(() => set_num_threads(0));
        Assert.Equal(before, get_num_threads());
    }

    [Fact]
    public void PiecesOfASplitCoverItWithoutOverlap() => Threads.Each(_ =>
    {
        foreach (var count in (ReadOnlySpan<long>)[0, 1, 2, 1000, 16 * 1024, 100_003])
        {
            var seen = new int[count];
            Partition.Run(count, 7, (start, end) =>
            {
                for (var i = start; i < end; i++)
                {
                    Interlocked.Increment(ref seen[i]);
                }
            });
            Assert.DoesNotContain(seen, times => times != 1);
        }
    });
}
