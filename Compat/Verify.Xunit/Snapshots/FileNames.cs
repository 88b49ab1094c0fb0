using System.Runtime.CompilerServices;

namespace VerifyTests;

/// <summary>The files of a snapshot: every name is its prefix, a suffix, received or verified, and an extension.</summary>
internal sealed class FileNames(string directory, string prefix)
{
    private static readonly HashSet<char> Invalid =
        [.. "\"\\<>|:*?/", .. Enumerable.Range(0, 32).Select(code => (char)code)];

    public string Directory { get; } = directory;

    public string Prefix { get; } = Path.Combine(directory, prefix);

    /// <param name="target">The target to name.</param>
    /// <param name="index">Its place among those of the same name and extension; null when it is the only one.</param>
    public FilePair Of(Target target, int? index)
    {
        var number = index?.ToString("D2", null);
        var suffix = (target.Name, number) switch
        {
            (null, null) => "",
            (null, _) => $"#{number}",
            (_, null) => $"#{target.Name}",
            _ => $"#{target.Name}.{number}",
        };
        return new FilePair(
            target.Extension,
            $"{Prefix}{suffix}.received.{target.Extension}",
            $"{Prefix}{suffix}.verified.{target.Extension}");
    }

    public IReadOnlyList<string> Existing(string kind) =>
    [
        .. System.IO.Directory.EnumerateFiles(Directory, $"*.{kind}.*")
            .Where(file => IsOfPrefix(Path.GetFileName(file), kind))
            .Order(StringComparer.Ordinal),
    ];

    private bool IsOfPrefix(string file, string kind) =>
        file.StartsWith($"{prefix}.{kind}.", StringComparison.Ordinal)
        || file.StartsWith($"{prefix}#", StringComparison.Ordinal);

    /// <summary>The text with what a file name cannot hold on some system replaced.</summary>
    public static string Clean(string text) => string.Concat(text.Select(c => Invalid.Contains(c) ? '-' : c));

    /// <exception cref="ArgumentException">
    /// The text is empty, starts with a dot or has a character that a file name cannot hold.
    /// </exception>
    public static string CheckPart(string part, [CallerArgumentExpression(nameof(part))] string? parameter = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(part, parameter);
        return part.StartsWith('.') || part.Any(Invalid.Contains)
            ? throw new ArgumentException($"'{part}' cannot be part of a file name.", parameter)
            : part;
    }
}
