using System.Text;

namespace VerifyTests;

public partial class VerifySettings
{
    internal ScrubberList Scrubbers { get; private set; } = new();

    /// <summary>Rewrites the texts of this snapshot before they are compared.</summary>
    /// <param name="scrubber">Changes the text in place.</param>
    /// <param name="location">Whether it runs before or after those registered earlier.</param>
    public void AddScrubber(Action<StringBuilder> scrubber, ScrubberLocation location = ScrubberLocation.First) =>
        Scrubbers = Scrubbers.With(scrubber, location);

    /// <summary>Rewrites the texts of one extension before they are compared.</summary>
    /// <param name="extension">Without the dot.</param>
    /// <param name="scrubber">Changes the text in place.</param>
    /// <param name="location">Whether it runs before or after those registered earlier.</param>
    public void AddScrubber(
        string extension, Action<StringBuilder> scrubber, ScrubberLocation location = ScrubberLocation.First) =>
        Scrubbers = Scrubbers.With(extension, scrubber, location);

    /// <summary>Removes lines.</summary>
    /// <param name="removeLine">True removes the line.</param>
    /// <param name="location">Whether it runs before or after those registered earlier.</param>
    public void ScrubLines(Func<string, bool> removeLine, ScrubberLocation location = ScrubberLocation.First)
    {
        ArgumentNullException.ThrowIfNull(removeLine);
        AddScrubber(text => Lines.Rewrite(text, line => removeLine(line) ? null : line), location);
    }

    /// <summary>Rewrites lines.</summary>
    /// <param name="replaceLine">The line to put in place; null removes it.</param>
    /// <param name="location">Whether it runs before or after those registered earlier.</param>
    public void ScrubLinesWithReplace(Func<string, string?> replaceLine, ScrubberLocation location = ScrubberLocation.First)
    {
        ArgumentNullException.ThrowIfNull(replaceLine);
        AddScrubber(text => Lines.Rewrite(text, replaceLine), location);
    }

    /// <summary>Removes lines that contain one of the texts, in any case.</summary>
    /// <param name="stringToMatch">The texts.</param>
    public void ScrubLinesContaining(params string[] stringToMatch) =>
        ScrubLinesContaining(StringComparison.OrdinalIgnoreCase, stringToMatch);

    /// <summary>Removes lines that contain one of the texts.</summary>
    /// <param name="comparison">How texts are compared.</param>
    /// <param name="stringToMatch">The texts.</param>
    public void ScrubLinesContaining(StringComparison comparison, params string[] stringToMatch) =>
        ScrubLines(line => stringToMatch.Any(text => line.Contains(text, comparison)));
}
