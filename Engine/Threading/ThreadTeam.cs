namespace Repro.Engine.Threading;

/// <summary>
/// Runs the independent tasks of one operation on a fixed set of threads. Tasks are handed out as threads become free: which thread
/// computes an output is left to chance, in which order an output is computed is not (rule 5).
/// </summary>
internal static class ThreadTeam
{
    private static readonly Lock Gate = new();
    private static Worker[] workers = [];
    private static int size = Environment.ProcessorCount;

    [ThreadStatic]
    private static bool working;

    /// <summary>Number of threads, the calling one included.</summary>
    public static int Size => Volatile.Read(ref size);

    /// <summary>Changes the number of threads, for operations that start from now on.</summary>
    public static void Resize(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        lock (Gate)
        {
            foreach (var worker in workers)
            {
                worker.Dispose();
            }

            workers = [];
            Volatile.Write(ref size, threads);
        }
    }

    /// <summary>
    /// Calls <paramref name="body"/> once for each task from 0 to <paramref name="tasks"/> − 1, and returns when all are done.
    /// </summary>
    public static void Run(int tasks, Action<int> body)
    {
        if (tasks <= 1 || Size == 1 || working)
        {
            for (var task = 0; task < tasks; task++)
            {
                body(task);
            }

            return;
        }

        lock (Gate)
        {
            working = true;
            try
            {
                RunTogether(new Job(tasks, body), tasks);
            }
            finally
            {
                working = false;
            }
        }
    }

    private static void RunTogether(Job job, int tasks)
    {
        if (workers.Length != size - 1)
        {
            workers = [.. Enumerable.Range(1, size - 1).Select(number => new Worker(number))];
        }

        for (var i = 0; i < workers.Length && i < tasks - 1; i++)
        {
            workers[i].Give(job);
        }

        job.Work();
        job.Wait();
    }

    /// <summary>A thread that spins for a moment after each job, as the next one usually follows at once, and then sleeps.</summary>
    private sealed class Worker : IDisposable
    {
        private const int Spins = 40000;
        private readonly AutoResetEvent signal = new(false);
        private Job? given;
        private int asleep;
        private volatile bool stopped;

        public Worker(int number) => new Thread(Loop) { IsBackground = true, Name = $"Repro engine {number}" }.Start();

        public void Give(Job job)
        {
            Interlocked.Exchange(ref given, job);
            if (Interlocked.Exchange(ref asleep, 0) == 1)
            {
                signal.Set();
            }
        }

        /// <summary>
        /// Ends the thread soon. The signal is left to the finalizer: whichever of the two threads disposed it, the other may still use it.
        /// </summary>
        public void Dispose()
        {
            stopped = true;
            signal.Set();
        }

        private void Loop()
        {
            working = true;
            while (Next() is { } job)
            {
                job.Work();
            }
        }

        private Job? Next()
        {
            for (var i = 0; i < Spins && !stopped; i++)
            {
                if (Volatile.Read(ref given) is not null)
                {
                    return Interlocked.Exchange(ref given, null);
                }

                Thread.SpinWait(1);
            }

            while (!stopped)
            {
                Interlocked.Exchange(ref asleep, 1);
                if (Interlocked.Exchange(ref given, null) is { } job)
                {
                    Interlocked.Exchange(ref asleep, 0);
                    return job;
                }

                signal.WaitOne();
            }

            return null;
        }
    }
}
