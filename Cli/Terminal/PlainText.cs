using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Repro.Cli.Terminal;

/// <summary>Keeps text of files from controlling the terminal: an escape sequence in a name could move the cursor or hide a line.</summary>
internal sealed class PlainText : IRenderHook
{
    private const char Replacement = '\uFFFD';

    /// <summary>Makes a console show control characters of texts as �; its own escape sequences stay.</summary>
    public static void Require(IAnsiConsole console) => console.Pipeline.Attach(new PlainText());

    /// <summary>The text with � in place of each character that controls a terminal or the direction of a line.</summary>
    public static string Of(string text) => text.Any(Controls)
        ? new StringBuilder().AppendJoin("", text.Select(character => Controls(character) ? Replacement : character)).ToString()
        : text;

    /// <inheritdoc/>
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) =>
        renderables.Select(renderable => new Shown(renderable));

    // Tabs and line ends are layout. The others between U+202A and U+2069 turn the direction of the text after them.
    private static bool Controls(char character) =>
        (char.IsControl(character) && character is not ('\n' or '\r' or '\t'))
            || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private sealed class Shown(IRenderable inner) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
            inner.Render(options, maxWidth).Select(
                segment => segment.IsControlCode || segment.IsLineBreak ? segment : new Segment(Of(segment.Text), segment.Style));
    }
}
