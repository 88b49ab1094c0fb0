using Repro.Generators.Syntax.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Repro.Generators.Syntax;

/// <summary>The events of a YAML text one by one, as many as a file may have.</summary>
internal sealed class YamlEvents(string text, Places places, CancellationToken cancellation)
{
    private readonly Parser parser = new(new StringReader(YamlLine.WithoutHarmlessTabs(text)));
    private ParsingEvent? next;
    private Mark reached = Mark.Empty;
    private int nodes;

    /// <summary>The event that is next, which is left where it is.</summary>
    public ParsingEvent Next => next ??= Read();

    /// <summary>
    /// Takes the next event. The one after it is read at once, so what is not YAML is reported before what it would mean.
    /// </summary>
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
            // The parser also ends this way, without a place, for instance in a flow sequence that breaks off.
        }

        throw Unreadable(places.Between(reached, reached));
    }

    /// <summary>What is not YAML, at its place if that can be told, or else where the parser stumbled.</summary>
    /// <param name="place">Where the parser stumbled.</param>
    /// <param name="message">What it says.</param>
    public UnreadableYamlException Unreadable(Place place, string message = "what follows does not fit what comes before")
    {
        // The parser gives some mistakes the first place of the file.
        var line = place.Lines.Start == default ? (int?)null : place.Lines.Start.Line;
        return SyntaxCulprit.Find(text, line) is { } culprit
            ? new(Descriptors.Syntax, places.At(text, culprit.Index), culprit.Message)
            : new(Descriptors.Syntax, place, message);
    }
}
