using Repro.Generators.Common;

namespace Repro.Generators.Syntax;

/// <summary>
/// Finds the cause of a syntax error when the parser fails only at a later place: a tab in the indentation, an invisible character, an open
/// bracket.
/// </summary>
/// <param name="Index">The index of its character.</param>
/// <param name="Message">Describes the mistake.</param>
internal sealed record SyntaxCulprit(int Index, string Message)
{
    /// <summary>The cause; <c>null</c> when the parser's own message is best.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="line">The line where the parser failed, from 0; <c>null</c> when unknown.</param>
    public static SyntaxCulprit? Find(string text, int? line)
    {
        var lines = YamlLine.Of(text).Where(found => found.HasContent).ToList();
        var near = line is { } number ? Near(lines, number) : lines;
        return Tab(near) ?? (line is null ? null : Unseen(text, near)) ?? Unclosed(text);
    }

    /// <summary>
    /// The line and its nearest lines with content, because the parser often takes a wrong line for a part of the one before.
    /// </summary>
    private static List<YamlLine> Near(List<YamlLine> lines, int number)
    {
        var at = lines.FindLastIndex(found => found.Number <= number);
        return [.. lines.Skip(Math.Max(at - 1, 0)).Take(at < 1 ? 2 : 3)];
    }

    private static SyntaxCulprit? Tab(IEnumerable<YamlLine> lines) => lines.Where(found => found.TabInIndentation is not null)
        .Select(found => new SyntaxCulprit(found.TabInIndentation!.Value, "a tab cannot indent a line; use spaces"))
        .FirstOrDefault();

    private static SyntaxCulprit? Unseen(string text, IEnumerable<YamlLine> lines)
    {
        foreach (var found in lines)
        {
            char? quote = null;
            for (var i = found.Start; i < found.End; i++)
            {
                if (text[i] is '"' or '\'')
                {
                    quote = quote is null ? text[i] : quote == text[i] ? null : quote;
                }
                else if (quote is null && text[i] == '#' && i > found.Start && text[i - 1] is ' ' or '\t')
                {
                    break;
                }
                else if (quote is null && text[i] != '\t' && Invisible.Is(text, i))
                {
                    return new(i, $"the character {Invisible.Name(text, i)} is not a space; replace or remove it");
                }
            }
        }

        return null;
    }

    /// <summary>The first bracket without a closing one, outside quotes and comments.</summary>
    private static SyntaxCulprit? Unclosed(string text)
    {
        var open = new Stack<int>();
        var startsToken = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (startsToken && c is '"' or '\'')
            {
                if (EndOfQuoted(text, i) is not { } end)
                {
                    return null;
                }

                (i, startsToken) = (end, false);
            }
            else if (startsToken && c == '#')
            {
                while (i + 1 < text.Length && text[i + 1] is not ('\n' or '\r'))
                {
                    i++;
                }
            }
            else if (c is '[' or '{' && (startsToken || open.Count > 0))
            {
                open.Push(i);
                startsToken = true;
            }
            else
            {
                if (c is ']' or '}' && open.Count > 0)
                {
                    if (text[open.Peek()] != (c == ']' ? '[' : '{'))
                    {
                        return NotClosed(text, open.Peek());
                    }

                    open.Pop();
                }

                startsToken = c is ' ' or '\t' or '\n' or '\r' || (c == ',' && open.Count > 0);
            }
        }

        return open.Count == 0 ? null : NotClosed(text, open.Last());
    }

    private static SyntaxCulprit NotClosed(string text, int index) =>
        new(index, $"this '{text[index]}' is never closed; a '{(text[index] == '[' ? ']' : '}')}' is missing");

    private static int? EndOfQuoted(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[start] == '"' && text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == text[start])
            {
                if (text[start] == '"' || i + 1 == text.Length || text[i + 1] != '\'')
                {
                    return i;
                }

                i++;
            }
        }

        return null;
    }
}
