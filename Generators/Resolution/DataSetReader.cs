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
        "files",
        new Text(
            "a pattern of file names, such as *.png or **/*.png",
            $@"(?!(?:.*/)?\.\.?(?:/|$))(?!.*[^/]\*\*)(?!.*\*\*[^/])(?!(?:.*/)?\*\*$){PathPatterns.Segment}(?:/{PathPatterns.Segment})*"),
        "\"*.png\"",
        "Which files of the folder: * stands for any letters of a name, ? for one, and a name ** for any number of folders.",
        "\"**/face-*.png\"");

    private static readonly Key<EquatableArray<long>> Size = Key.Required(
        "size", new NumberList("[width, height]", new WholeNumber(1, 4096), 2), "Width and height of the images in pixels; others are resized.", "[64, 64]");

    private static readonly Key<long> Channels = Key.Optional(
        "channels", new Choice<long>("kind of channels", () => ImageChannels.All), "rgb", "What the channels of an image are.", "grayscale");

    private static readonly Key<string> Background = Key.Optional(
        "background",
        new Text("a colour as \"#rrggbb\", in quotes", "#[0-9A-Fa-f]{6}"),
        "\"#ffffff\"",
        "The colour that transparent pixels are laid over; the quotes are needed, since # starts a comment.",
        "\"#000000\"");

    private static readonly Key<bool> HorizontalFlip = Key.Optional(
        "horizontal_flip", new Truth(), "false", "Whether a step mirrors each of its images, left to right, with probability 1/2.", "true");

    private static readonly Key<string> Sha256 = Key.Optional(
        "sha256",
        new Text("64 hexadecimal digits", "[0-9A-Fa-f]{64}"),
        "The lock of the images, as 'repro lock-data' gives it: other images are refused before training.",
        "\"3f0b68b1a8e2aa1c0b1b1d9a1c55de2f7a7a0d3c5d0a4b7f0e0c9d8b7a695847\"");

    public static readonly ImmutableArray<Key> Keys = [Folder, Files, Size, Channels, Background, HorizontalFlip, Sha256];

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
                settings.Get(Channels),
                settings.Get(Background).ToLowerInvariant(),
                settings.Get(HorizontalFlip),
                settings.Find(Sha256)?.Value.ToLowerInvariant());
    }
}
