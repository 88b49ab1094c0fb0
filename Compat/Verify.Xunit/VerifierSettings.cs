using System.Text;

namespace VerifyTests;

/// <summary>
/// Settings for every verification of the process. Each throws an <see cref="InvalidOperationException"/> once a verification
/// has run: call them in a module initializer.
/// </summary>
public static class VerifierSettings
{
    /// <summary>Compares binary snapshots of an extension.</summary>
    /// <param name="extension">Without the dot.</param>
    /// <param name="compare">Runs even for identical bytes.</param>
    public static void RegisterStreamComparer(string extension, StreamCompare compare) =>
        Configure(global => global.StreamComparers = global.StreamComparers.With(extension, compare));

    /// <summary>Compares text snapshots of an extension that differ.</summary>
    /// <param name="extension">Without the dot.</param>
    /// <param name="compare">Runs only when the texts differ.</param>
    public static void RegisterStringComparer(string extension, StringCompare compare) =>
        Configure(global => global.StringComparers = global.StringComparers.With(extension, compare));

    /// <summary>Compares text snapshots that differ and whose extension has no comparer.</summary>
    /// <param name="compare">Runs only when the texts differ.</param>
    public static void SetDefaultStringComparer(StringCompare compare) =>
        Configure(global => global.StringComparers = global.StringComparers.WithGeneral(compare));

    /// <summary>Leaves the texts out of failure messages.</summary>
    public static void OmitContentFromException() => Configure(global => global.OmitContent = true);

    /// <summary>Writes text snapshots without a byte order mark.</summary>
    public static void UseUtf8NoBom() => Configure(global => global.Utf8NoBom = true);

    /// <summary>Accepts every difference.</summary>
    /// <param name="includeBuildServer">Accept on build servers too.</param>
    /// <param name="throwException">Fail the test nevertheless.</param>
    public static void AutoVerify(bool includeBuildServer = true, bool throwException = false) =>
        Configure(global => global.AutoAccept = AutoAccept.When(includeBuildServer, throwException));

    /// <summary>Rewrites every text before it is compared.</summary>
    /// <param name="scrubber">Changes the text in place.</param>
    /// <param name="location">Whether it runs before or after those registered earlier.</param>
    public static void AddScrubber(Action<StringBuilder> scrubber, ScrubberLocation location = ScrubberLocation.First) =>
        Configure(global => global.Scrubbers = global.Scrubbers.With(scrubber, location));

    /// <summary>Rewrites the texts of one extension before they are compared.</summary>
    /// <param name="extension">Without the dot.</param>
    /// <param name="scrubber">Changes the text in place.</param>
    /// <param name="location">Whether it runs before or after those registered earlier.</param>
    public static void AddScrubber(
        string extension, Action<StringBuilder> scrubber, ScrubberLocation location = ScrubberLocation.First) =>
        Configure(global => global.Scrubbers = global.Scrubbers.With(extension, scrubber, location));

    /// <summary>Lets several verifications write the same files.</summary>
    public static void DisableRequireUniquePrefix() => Configure(global => global.RepeatedPrefixesAllowed = true);

    private static void Configure(Action<GlobalSettings> set) => GlobalSettings.Process.Configure(set);
}
