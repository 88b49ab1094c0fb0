using Repro.Cli.Terminal;

namespace Repro.Cli.Tests.Terminal;

public class SteadyWriterTests
{
    [Fact]
    public void AWriterThatWorksGetsEverything()
    {
        using var inner = new StringWriter { NewLine = "\n" };
        using var writer = new SteadyWriter(() => inner) { NewLine = "\n" };
        writer.Write('a');
        writer.Write("bc");
        writer.WriteLine("d".ToCharArray());
        writer.Flush();
        Assert.Equal("abcd\n", inner.ToString());
        Assert.Null(writer.Failure);
    }

    [Fact]
    public void TheFirstFailureIsKeptAndNothingMoreIsWritten()
    {
        using var inner = new FailingWriter();
        using var writer = new SteadyWriter(() => inner);
        writer.Write("a");
        writer.Write("b");
        writer.Flush();
        Assert.Equal(("failure 1", 1), (writer.Failure, inner.Calls));
    }

    [Fact]
    public void AStreamThatCannotBeOpenedOrIsClosedIsAFailure()
    {
        using var unopened = new SteadyWriter(() => throw new UnauthorizedAccessException("not open"));
        using var closed = new SteadyWriter(() => throw new InvalidOperationException("it is not asked"), isOpen: false);
        unopened.Write("a");
        closed.Write("a");
        Assert.Equal(("not open", "the stream is closed."), (unopened.Failure, closed.Failure));
    }

    private sealed class FailingWriter : StringWriter
    {
        public int Calls { get; private set; }

        public override void Write(string? value) => throw new IOException($"failure {++Calls}");
    }
}
