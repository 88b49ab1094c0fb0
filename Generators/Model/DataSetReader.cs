using System.Text.RegularExpressions;
using Repro.Generators.Diagnostics;
using Repro.Generators.Model.Values;

namespace Repro.Generators.Model;

/// <summary>Reads a data set.</summary>
internal static class DataSetReader
{
    private static readonly Text Folder = new("a folder inside that of this file, with forward slashes, such as data/faces", IsInside);

    private static readonly Text Files = new("a pattern of file names, such as *.png", pattern => IsSegment(pattern));

    private static readonly Text Colour = new("a colour as \"#rrggbb\", in quotes", text => Regex.IsMatch(text, @"^#[0-9A-Fa-f]{6}\z"));

    private static readonly NumberList Size = new("[width, height]", new WholeNumber(1, 4096), 2);

    public static DataSet? Read(Entry entry, DiagnosticBag diagnostics)
    {
        var reader = entry.Reader(diagnostics);
        var folder = reader.Required("folder", Folder);
        var files = reader.Optional("files", Files, "*.png");
        var size = reader.Required("size", Size);
        var background = reader.Optional("background", Colour, "#ffffff");
        reader.Finish();
        return reader.Failed || !entry.HasUsableName
            ? null
            : new(
                entry.Name,
                folder!.Value.TrimEnd('/'),
                files!.Value,
                Width: size!.Value[0],
                Height: size.Value[1],
                background!.Value.ToLowerInvariant());
    }

    /// <summary>Relative, and the same folder on every machine.</summary>
    private static bool IsInside(string folder)
    {
        var path = folder.EndsWith("/", StringComparison.Ordinal) ? folder.Substring(0, folder.Length - 1) : folder;
        return path.Split('/').All(segment => segment != ".." && IsSegment(segment));
    }

    private static bool IsSegment(string text) =>
        text.Length > 0 && text.All(c => c is not ('/' or '\\' or ':') && !char.IsControl(c) && !char.IsSurrogate(c));
}
