namespace Repro.Compat.Tests.Contracts;

/// <summary>Cuts a signature where no bracket is open.</summary>
internal static class Balanced
{
    public static IReadOnlyList<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var start = 0;
        foreach (var i in TopLevel(text).Where(i => text[i] == separator))
        {
            parts.Add(text[start..i]);
            start = i + 1;
        }

        parts.Add(text[start..]);
        return parts;
    }

    /// <summary>The positions at which no bracket and no quote is open; an opening bracket counts as outside.</summary>
    public static IEnumerable<int> TopLevel(string text)
    {
        var depth = 0;
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                quoted = !quoted;
            }

            if (quoted)
            {
                continue;
            }

            if (depth == 0)
            {
                yield return i;
            }

            depth += "([{<".Contains(text[i]) ? 1 : ")]}>".Contains(text[i]) ? -1 : 0;
        }
    }

    /// <summary>The position of the bracket that closes the one at <paramref name="open"/>.</summary>
    public static int Close(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            depth += "([{<".Contains(text[i]) ? 1 : ")]}>".Contains(text[i]) ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        throw new FormatException($"A bracket is not closed: {text}");
    }
}
