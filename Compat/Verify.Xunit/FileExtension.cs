using System.Runtime.CompilerServices;

namespace VerifyTests;

internal static class FileExtension
{
    private static readonly HashSet<string> TextFormats = new(StringComparer.OrdinalIgnoreCase)
    {
        "txt", "json", "xml", "csv", "tsv", "md", "html", "htm", "svg", "css", "js", "ts", "cs", "py", "sh", "sql", "tex",
        "yaml", "yml", "toml", "ini", "log",
    };

    public static bool IsText(string extension) => TextFormats.Contains(extension);

    public static void Check(string extension, [CallerArgumentExpression(nameof(extension))] string? parameter = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(extension, parameter);
        if (extension.StartsWith('.'))
        {
            throw new ArgumentException($"Write the extension '{extension}' without its dot.", parameter);
        }
    }

    public static string Of(string path)
    {
        var extension = Path.GetExtension(path);
        return extension.Length > 1 ? extension[1..] : "bin";
    }
}
