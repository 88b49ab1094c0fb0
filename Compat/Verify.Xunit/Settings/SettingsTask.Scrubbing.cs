using System.Text;

namespace VerifyTests;

public partial class SettingsTask
{
    /// <inheritdoc cref="VerifySettings.AddScrubber(Action{StringBuilder}, ScrubberLocation)"/>
    public SettingsTask AddScrubber(Action<StringBuilder> scrubber, ScrubberLocation location = ScrubberLocation.First) =>
        With(current => current.AddScrubber(scrubber, location));

    /// <inheritdoc cref="VerifySettings.AddScrubber(string, Action{StringBuilder}, ScrubberLocation)"/>
    public SettingsTask AddScrubber(
        string extension, Action<StringBuilder> scrubber, ScrubberLocation location = ScrubberLocation.First) =>
        With(current => current.AddScrubber(extension, scrubber, location));

    /// <inheritdoc cref="VerifySettings.ScrubLines"/>
    public SettingsTask ScrubLines(Func<string, bool> removeLine, ScrubberLocation location = ScrubberLocation.First) =>
        With(current => current.ScrubLines(removeLine, location));

    /// <inheritdoc cref="VerifySettings.ScrubLinesWithReplace"/>
    public SettingsTask ScrubLinesWithReplace(
        Func<string, string?> replaceLine, ScrubberLocation location = ScrubberLocation.First) =>
        With(current => current.ScrubLinesWithReplace(replaceLine, location));

    /// <inheritdoc cref="VerifySettings.ScrubLinesContaining(string[])"/>
    public SettingsTask ScrubLinesContaining(params string[] stringToMatch) =>
        With(current => current.ScrubLinesContaining(stringToMatch));

    /// <inheritdoc cref="VerifySettings.ScrubLinesContaining(StringComparison, string[])"/>
    public SettingsTask ScrubLinesContaining(StringComparison comparison, params string[] stringToMatch) =>
        With(current => current.ScrubLinesContaining(comparison, stringToMatch));
}
