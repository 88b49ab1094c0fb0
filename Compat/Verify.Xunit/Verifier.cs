using System.Runtime.CompilerServices;
using VerifyTests;

namespace VerifyXunit;

/// <summary>
/// Compares what a test produced with the verified files beside its source. A verification that is new, differs or leaves
/// a verified file over fails, and writes received files to compare and accept.
/// </summary>
public static partial class Verifier
{
    /// <summary>Verifies a text.</summary>
    /// <param name="target">The text; null is stored as "null".</param>
    /// <param name="settings">Copied; null stands for the defaults.</param>
    /// <param name="sourceFile">Leave it to the compiler.</param>
    public static SettingsTask Verify(
        string? target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "") =>
        Verify(target, "txt", settings, sourceFile);

    /// <summary>Verifies a text.</summary>
    /// <param name="target">The text; null is stored as "null".</param>
    /// <param name="extension">Of a text format, without the dot.</param>
    /// <param name="settings">Copied; null stands for the defaults.</param>
    /// <param name="sourceFile">Leave it to the compiler.</param>
    public static SettingsTask Verify(
        string? target, string extension, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "") =>
        Start(() => [new Target(extension, target ?? "null")], target, settings, sourceFile);

    /// <summary>Verifies the files that the settings append.</summary>
    /// <param name="settings">Copied; null stands for the defaults.</param>
    /// <param name="sourceFile">Leave it to the compiler.</param>
    public static SettingsTask Verify(VerifySettings? settings = null, [CallerFilePath] string sourceFile = "") =>
        Start(() => [], null, settings, sourceFile);

    /// <summary>Verifies one file.</summary>
    /// <param name="target">The file.</param>
    /// <param name="settings">Copied; null stands for the defaults.</param>
    /// <param name="sourceFile">Leave it to the compiler.</param>
    public static SettingsTask Verify(
        Target target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "") =>
        Start(() => [target], null, settings, sourceFile);

    /// <summary>Verifies several files.</summary>
    /// <param name="targets">The files. Those of the same name and extension are numbered.</param>
    /// <param name="settings">Copied; null stands for the defaults.</param>
    /// <param name="sourceFile">Leave it to the compiler.</param>
    public static SettingsTask Verify(
        IEnumerable<Target> targets, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "") =>
        Start(() => targets, null, settings, sourceFile);

    private static SettingsTask Start(
        Func<IEnumerable<Target>> targets, object? root, VerifySettings? settings, string sourceFile) =>
        new(settings, current =>
        {
            var test = new TestCase(sourceFile, UseVerifyAttribute.GetMethod());
            return new SnapshotVerification(test, current, GlobalSettings.Process).Run(targets(), root);
        });
}
