using System.Text;

namespace VerifyTests;

internal static class Targets
{
    /// <summary>A target of the kind that fits the extension.</summary>
    public static Target From(Stream stream, string extension, string? name = null)
    {
        FileExtension.Check(extension);
        if (!FileExtension.IsText(extension))
        {
            return new Target(extension, stream, name);
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new Target(extension, reader.ReadToEnd(), name);
    }
}
