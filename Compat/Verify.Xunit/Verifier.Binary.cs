using System.Runtime.CompilerServices;
using VerifyTests;

namespace VerifyXunit;

public static partial class Verifier
{
    /// <summary>Verifies bytes, as a file with extension "bin".</summary>
    /// <param name="target">The bytes; null is stored as the text "null".</param>
    /// <param name="settings">Copied; null stands for the defaults.</param>
    /// <param name="info">Must be null: this provider writes no object as text.</param>
    /// <param name="sourceFile">Leave it to the compiler.</param>
    public static SettingsTask Verify(
        byte[]? target, VerifySettings? settings = null, object? info = null, [CallerFilePath] string sourceFile = "") =>
        Verify(target, "bin", settings, info, sourceFile);

    /// <summary>Verifies bytes.</summary>
    /// <param name="target">The bytes; null is stored as the text "null".</param>
    /// <param name="extension">Without the dot.</param>
    /// <param name="settings">Copied; null stands for the defaults.</param>
    /// <param name="info">Must be null: this provider writes no object as text.</param>
    /// <param name="sourceFile">Leave it to the compiler.</param>
    public static SettingsTask Verify(
        byte[]? target,
        string extension,
        VerifySettings? settings = null,
        object? info = null,
        [CallerFilePath] string sourceFile = "") =>
        Verify(target is null ? null : new MemoryStream(target), extension, settings, info, sourceFile);

    /// <summary>Verifies a stream, as a file with extension "bin".</summary>
    /// <param name="target">Read from its start, then disposed; null is stored as the text "null".</param>
    /// <param name="settings">Copied; null stands for the defaults.</param>
    /// <param name="info">Must be null: this provider writes no object as text.</param>
    /// <param name="sourceFile">Leave it to the compiler.</param>
    public static SettingsTask Verify(
        Stream? target, VerifySettings? settings = null, object? info = null, [CallerFilePath] string sourceFile = "") =>
        Verify(target, "bin", settings, info, sourceFile);

    /// <summary>Verifies a stream.</summary>
    /// <param name="target">Read from its start, then disposed; null is stored as the text "null".</param>
    /// <param name="extension">Without the dot.</param>
    /// <param name="settings">Copied; null stands for the defaults.</param>
    /// <param name="info">Must be null: this provider writes no object as text.</param>
    /// <param name="sourceFile">Leave it to the compiler.</param>
    public static SettingsTask Verify(
        Stream? target,
        string extension,
        VerifySettings? settings = null,
        object? info = null,
        [CallerFilePath] string sourceFile = "")
    {
        CheckInfo(info);
        return target is null
            ? Verify((string?)null, settings, sourceFile)
            : Start(() => [Targets.From(target, extension)], target, settings, sourceFile);
    }

    /// <summary>Verifies a copy of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="settings">Copied; null stands for the defaults.</param>
    /// <param name="info">Must be null: this provider writes no object as text.</param>
    /// <param name="extension">Without the dot; null stands for the file's own.</param>
    /// <param name="sourceFile">Leave it to the compiler.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static SettingsTask VerifyFile(
        string path,
        VerifySettings? settings = null,
        object? info = null,
        string? extension = null,
        [CallerFilePath] string sourceFile = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        CheckInfo(info);
        return File.Exists(path)
            ? Start(() => [Targets.From(File.OpenRead(path), extension ?? FileExtension.Of(path))], path, settings, sourceFile)
            : throw new FileNotFoundException($"There is no file {path} to verify.", path);
    }

    /// <summary>Verifies a copy of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="settings">Copied; null stands for the defaults.</param>
    /// <param name="info">Must be null: this provider writes no object as text.</param>
    /// <param name="extension">Without the dot; null stands for the file's own.</param>
    /// <param name="sourceFile">Leave it to the compiler.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static SettingsTask VerifyFile(
        FileInfo path,
        VerifySettings? settings = null,
        object? info = null,
        string? extension = null,
        [CallerFilePath] string sourceFile = "")
    {
        ArgumentNullException.ThrowIfNull(path);
        return VerifyFile(path.FullName, settings, info, extension, sourceFile);
    }

    private static void CheckInfo(object? info)
    {
        if (info is not null)
        {
            throw new NotSupportedException("This provider writes no object as text: verify the info as a text Target of its own.");
        }
    }
}
