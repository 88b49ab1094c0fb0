namespace Repro.Runtime;

/// <summary>
/// An expected failure: bad input, a missing file, a full disk. Its message tells the user in one or two sentences what is wrong, where,
/// and what to do. Programs print it without a stack trace.
/// </summary>
public sealed class ReproException : Exception
{
    /// <summary>A failure with the default message.</summary>
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

    /// <summary>
    /// The keys that lead to the cause in <c>experiments.yaml</c>, as a <see cref="YamlAttribute"/> has them. Programs look up the line.
    /// </summary>
    public string? Place { get; init; }
}
