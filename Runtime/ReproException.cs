namespace Repro.Runtime;

/// <summary>
/// An expected failure: bad input, a missing file, a full disk. Its message is one sentence or two for the user, saying what is wrong,
/// where, and what to do; programs print it without a stack trace.
/// </summary>
public sealed class ReproException : Exception
{
    /// <summary>A failure without a message of its own.</summary>
    public ReproException()
    {
    }

    /// <summary>A failure that <paramref name="message"/> explains.</summary>
    public ReproException(string message)
        : base(message)
    {
    }

    /// <summary>A failure that <paramref name="message"/> explains, and what caused it.</summary>
    public ReproException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
