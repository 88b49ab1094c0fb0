using System.Collections.Immutable;
using Repro.Generators.Common;
using Repro.Generators.Diagnostics;
using Repro.Generators.Language;
using Repro.Generators.Language.Values;

namespace Repro.Generators.Model;

/// <summary>Reads a data set.</summary>
internal static class DataSetReader
{
    private static readonly Key<string> Folder = Key.Required(
        "folder",
        new Text("a folder inside that of this file, with forward slashes, such as data/faces", $@"(?!(?:.*/)?\.\.(?:/|$)){PathPatterns.Segment}(?:/{PathPatterns.Segment})*/?"),
        "The folder of the images, relative to that of this file and inside it.",
        "data/faces");

    private static readonly Key<string> Files = Key.Optional(
        "files", new Text("a pattern of file names, such as *.png", PathPatterns.Segment), "\"*.png\"", "Which files of the folder: * stands for any letters.", "\"face-*.png\"");

    private static readonly Key<EquatableArray<long>> Size = Key.Required(
        "size", new NumberList("[width, height]", new WholeNumber(1, 4096), 2), "Width and height of the images in pixels; others are resized.", "[64, 64]");

    private static readonly Key<string> Background = Key.Optional(
        "background",
        new Text("a colour as \"#rrggbb\", in quotes", "#[0-9A-Fa-f]{6}"),
        "\"#ffffff\"",
        "The colour that transparent pixels are laid over; the quotes are needed, since # starts a comment.",
        "\"#000000\"");

    public static readonly ImmutableArray<Key> Keys = [Folder, Files, Size, Background];

    public static DataSet? Read(Entry entry, DiagnosticBag diagnostics)
    {
        var settings = entry.Read(Keys, diagnostics);
        return settings.Failed || !entry.HasUsableName
            ? null
            : new(
                entry.Name,
                settings.Get(Folder).TrimEnd('/'),
                settings.Get(Files),
                Width: settings.Get(Size)[0],
                Height: settings.Get(Size)[1],
                settings.Get(Background).ToLowerInvariant());
    }
}
