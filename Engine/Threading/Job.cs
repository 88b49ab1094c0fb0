using System.Runtime.ExceptionServices;

namespace Repro.Engine.Threading;

/// <summary>The independent tasks of one operation. Threads take them as they become free.</summary>
internal sealed class Job(int tasks, Action<int> body)
{
    /// <summary>Called before each task, if set. Tests delay threads here, so that others take their tasks.</summary>
    internal static Action? BeforeTask { get; set; }

    /// <summary>Some tens of microseconds, which is less than what giving the processor away and taking it back can cost.</summary>
    private const int Spins = 1000;

    private int next;
    private int done;
    private ExceptionDispatchInfo? failure;

    /// <summary>Runs tasks until none is left to take.</summary>
    public void Work()
    {
        for (var task = Interlocked.Increment(ref next) - 1; task < tasks; task = Interlocked.Increment(ref next) - 1)
        {
            try
            {
                BeforeTask?.Invoke();
                body(task);
            }
            catch (Exception e)
            {
                failure ??= ExceptionDispatchInfo.Capture(e);
            }

            Interlocked.Increment(ref done);
        }
    }

    /// <summary>Waits until every task is done, on whichever thread. Rethrows the first exception of a task.</summary>
    public void Wait()
    {
        for (var i = 0; i < Spins && Volatile.Read(ref done) < tasks; i++)
        {
            Thread.SpinWait(1);
        }

        var spin = default(SpinWait);
        while (Volatile.Read(ref done) < tasks)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }

        failure?.Throw();
    }
}
