namespace Repro.Generators.Syntax;

/// <summary>A line of a file, as its whitespace has it.</summary>
/// <param name="Number">Its number, from 0.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">Where its line break or the end of the file stands.</param>
/// <param name="Indentation">How many spaces and tabs it begins with.</param>
/// <param name="HasContent">Whether anything but whitespace or a comment stands in it.</param>
/// <param name="TabInIndentation">The place of the first tab before its content, or <c>null</c>.</param>
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
    /// A text of the same length without the tabs in blank lines and before comments. YAML 1.2 allows them there, and the parser, which is
    /// of 1.1, does not.
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
