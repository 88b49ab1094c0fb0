using Repro.Generators.Syntax.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Repro.Generators.Syntax;

/// <summary>The events of a YAML text, one by one, up to the limit.</summary>
internal sealed class YamlEvents(string text, Places places, CancellationToken cancellation)
{
    private readonly Parser parser = new(new StringReader(YamlLine.WithoutHarmlessTabs(text)));
    private ParsingEvent? next;
    private Mark reached = Mark.Empty;
    private int nodes;

    /// <summary>The next event, without taking it.</summary>
    public ParsingEvent Next => next ??= Read();

    /// <summary>Takes the next event. The one after it is read at once, so that syntax errors are reported first.</summary>
    public ParsingEvent Take()
    {
        var taken = Next;
        next = taken is StreamEnd ? taken : Read();
        return taken;
    }

    /// <summary>Takes the next event if it is of a type.</summary>
    public bool TryTake<T>()
        where T : ParsingEvent
    {
        var found = Next is T;
        if (found)
        {
            Take();
        }

        return found;
    }

    private ParsingEvent Read()
    {
        cancellation.ThrowIfCancellationRequested();
        var read = Parse();
        reached = read.End;
        if (read is NodeEvent && ++nodes > YamlLimits.Nodes)
        {
            throw new UnreadableYamlException(
                Descriptors.Limit, places.Between(read.Start, read.End), Invariant($"{YamlLimits.Nodes}"), "keys and values");
        }

        return read;
    }

    private ParsingEvent Parse()
    {
        try
        {
            if (parser.MoveNext())
            {
                return parser.Current!;
            }
        }
        catch (YamlException exception)
        {
            throw Unreadable(places.Between(exception.Start, exception.End), exception.Message.TrimEnd('.'));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // The parser also fails without a place, for instance in an unfinished flow sequence.
        }

        throw Unreadable(places.Between(reached, reached));
    }

    /// <summary>A syntax error, at its cause if that is found, otherwise where the parser failed.</summary>
    /// <param name="place">The place where the parser failed.</param>
    /// <param name="message">The parser's message.</param>
    public UnreadableYamlException Unreadable(Place place, string message = "what follows does not fit what comes before")
    {
        // The parser reports some mistakes at the start of the file.
        var line = place.Lines.Start == default ? (int?)null : place.Lines.Start.Line;
        return SyntaxCulprit.Find(text, line) is { } culprit
            ? new(Descriptors.Syntax, places.At(text, culprit.Index), culprit.Message)
            : new(Descriptors.Syntax, place, message);
    }
}
