using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Repro.Generators.Syntax;

/// <summary>A file of experiments. Its text is <c>null</c> when it cannot be read.</summary>
internal sealed record SourceFile(string Path, string? Text)
{
    /// <summary>Whether it is <c>experiments.yaml</c>, which includes the others.</summary>
    public bool IsMain => string.Equals(System.IO.Path.GetFileName(Path), "experiments.yaml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a file, at most one character past the limit.</summary>
    public static SourceFile Read(AdditionalText file, CancellationToken cancellation)
    {
        try
        {
            var text = file.GetText(cancellation);
            return new(file.Path, text?.ToString(new TextSpan(0, Math.Min(text.Length, YamlLimits.Characters + 1))));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(file.Path, null);
        }
    }
}
