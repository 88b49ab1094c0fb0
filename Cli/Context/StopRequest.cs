namespace Repro.Cli.Context;

/// <summary>The user's wish to stop, which arrives as a signal.</summary>
internal sealed class StopRequest(CancellationTokenSource source)
{
    private int heeding;

    /// <summary>Is cancelled when the user wants to stop.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>Whether some code heeds <see cref="Token"/>. If none does, the signal has to end the process.</summary>
    public bool IsHeeded => Volatile.Read(ref heeding) > 0;

    /// <summary>Promises to look at <see cref="Token"/> until the result is disposed.</summary>
    public IDisposable Heed()
    {
        Interlocked.Increment(ref heeding);
        return new Heeding(this);
    }

    private sealed class Heeding(StopRequest request) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref request.heeding);
    }
}
