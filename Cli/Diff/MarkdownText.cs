using System.Text;
using Repro.Cli.Terminal;

namespace Repro.Cli.Diff;

/// <summary>Makes text of files safe in Markdown that GitHub shows: it links nothing, mentions nobody and formats nothing.</summary>
internal static class MarkdownText
{
    /// <summary>A character without width. GitHub sees no mention, no issue and no address where it stands.</summary>
    private const string Break = "&#8203;";

    private const string Active = "\\`*_[]~|$!";

    /// <summary>The text within a paragraph or a cell.</summary>
    public static string Of(string text)
    {
        var safe = new StringBuilder();
        foreach (var character in Line(text))
        {
            if (Active.Contains(character))
            {
                safe.Append('\\');
            }

            safe.Append(Html(character));
        }

        return Unlinked(safe);
    }

    /// <summary>The text within an HTML element, where Markdown is not read.</summary>
    public static string InHtml(string text) => Unlinked(new StringBuilder().AppendJoin("", Line(text).Select(Html)));

    /// <summary>The text as code within a paragraph.</summary>
    public static string Code(string text)
    {
        var line = Line(text);
        var fence = Fence(line, "`");
        // A blank keeps a backtick at an end of the text apart from the fence; Markdown takes it away.
        var space = line.StartsWith('`') || line.EndsWith('`') ? " " : "";
        return $"{fence}{space}{line}{space}{fence}";
    }

    /// <summary>The text as lines of code.</summary>
    public static string CodeBlock(string language, string text)
    {
        var body = PlainText.Of(text);
        var fence = Fence(body, "```");
        return $"{fence}{language}\n{body}\n{fence}\n";
    }

    /// <summary>A path in an address, each name of it encoded.</summary>
    public static string Address(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string Line(string text) => PlainText.Of(text).ReplaceLineEndings(" ");

    private static string Html(char character) => character switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        _ => character.ToString(),
    };

    private static string Unlinked(StringBuilder text) => text
        .Replace("#", "#" + Break)
        .Replace("@", "@" + Break)
        .Replace("://", ":" + Break + "//")
        .Replace("www.", "www" + Break + ".")
        .ToString();

    // A fence longer than any in the text cannot be closed by it.
    private static string Fence(string text, string fence)
    {
        while (text.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        return fence;
    }
}
