namespace Repro.Generators.Syntax;

/// <summary>A line of a file and its whitespace.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Start">The index of its first character.</param>
/// <param name="End">The index of its line break or of the end of the file.</param>
/// <param name="Indentation">The number of leading spaces and tabs.</param>
/// <param name="HasContent">Whether it holds more than whitespace and a comment.</param>
/// <param name="TabInIndentation">The index of the first tab before its content; <c>null</c> without one.</param>
internal sealed record YamlLine(int Number, int Start, int End, int Indentation, bool HasContent, int? TabInIndentation)
{
    /// <summary>The lines of a text.</summary>
    public static IEnumerable<YamlLine> Of(string text)
    {
        var (number, start) = (0, 0);
        while (start < text.Length)
        {
            var end = start;
            while (end < text.Length && text[end] is not ('\n' or '\r'))
            {
                end++;
            }

            var content = start;
            while (content < end && text[content] is ' ' or '\t')
            {
                content++;
            }

            var tab = text.IndexOf('\t', start, content - start);
            yield return new(number++, start, end, content - start, content < end && text[content] != '#', tab < 0 ? null : tab);
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }
    }

    /// <summary>
    /// The text, at the same length, without tabs in blank lines and before comments. YAML 1.2 allows tabs there; the parser reads YAML
    /// 1.1, which does not.
    /// </summary>
    public static string WithoutHarmlessTabs(string text)
    {
        if (text.IndexOf('\t') < 0)
        {
            return text;
        }

        var changed = text.ToCharArray();
        foreach (var line in Of(text).Where(line => !line.HasContent && line.TabInIndentation is not null))
        {
            for (var i = line.Start; i < line.Start + line.Indentation; i++)
            {
                changed[i] = ' ';
            }
        }

        return new(changed);
    }
}
