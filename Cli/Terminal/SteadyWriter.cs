using System.Text;

namespace Repro.Cli.Terminal;

/// <summary>
/// A standard stream of the process. A full disk or a closed stream ends no run: the first failure is kept, and nothing more is written.
/// </summary>
internal sealed class SteadyWriter : TextWriter
{
    private readonly TextWriter inner = Null;

    /// <summary>Wraps the writer that <paramref name="open"/> gives.</summary>
    /// <param name="open">Opens the stream.</param>
    /// <param name="isOpen">Whether the process was started with this stream.</param>
    public SteadyWriter(Func<TextWriter> open, bool isOpen = true)
        : base(System.Globalization.CultureInfo.InvariantCulture)
    {
        if (!isOpen)
        {
            Failure = "the stream is closed.";
            return;
        }

        try
        {
            inner = open();
        }
        catch (Exception e) when (IsFailure(e))
        {
            Failure = e.Message;
        }
    }

    /// <summary>Why some of the output is missing; <c>null</c> while all of it was written.</summary>
    public string? Failure { get; private set; }

    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Attempt(() => inner.Write(value));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Attempt(() => inner.Write(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => Attempt(() => inner.Write(value));

    /// <inheritdoc/>
    public override void Flush() => Attempt(inner.Flush);

    private static bool IsFailure(Exception e) => e is IOException or UnauthorizedAccessException or ObjectDisposedException;

    private void Attempt(Action write)
    {
        if (Failure is not null)
        {
            return;
        }

        try
        {
            write();
        }
        catch (Exception e) when (IsFailure(e))
        {
            Failure = e.Message;
        }
    }
}
