using System.Collections.Immutable;
using Repro.Generators.Common;
using Repro.Generators.Language;
using Repro.Generators.Language.Values;
using Repro.Generators.Vocabulary.Data;

namespace Repro.Generators.Document;

/// <summary>The keys of a data set.</summary>
internal static class DataSetKeys
{
    public static readonly Key<string> Folder = Key.Required(
        "folder",
        new Text(
            "a folder inside the folder of this file, with forward slashes, such as data/faces",
            $@"(?!(?:.*/)?\.\.(?:/|$)){PathPatterns.Segment}(?:/{PathPatterns.Segment})*/?"),
        "The folder of the images, relative to the folder of this file and inside it.",
        "data/faces");

    public static readonly Key<EquatableArray<string>> Files = Key.Optional(
        "files",
        new TextOrList(new Text(
            "a pattern of file names, such as *.png or **/*.png",
            $@"(?!(?:.*/)?\.\.?(?:/|$))(?!.*[^/]\*\*)(?!.*\*\*[^/])(?!(?:.*/)?\*\*$){PathPatterns.Segment}(?:/{PathPatterns.Segment})*")),
        "\"*.png\"",
        "Which files of the folder: * matches any letters of a name, ? one letter, and ** any number of folders.",
        "[\"*.png\", \"*.PNG\"]");

    public static readonly Key<EquatableArray<long>> Size = Key.Required(
        "size",
        new NumberList("[width, height]", new WholeNumber(1, 4096), 2),
        "Width and height of the images in pixels; others are resized.",
        "[64, 64]");

    public static readonly Key<long> Channels = Key.Optional(
        "channels",
        new Choice<long>("kind of channels", () => ImageChannels.All),
        "rgb",
        "The channels of an image.",
        "grayscale");

    public static readonly Key<string> Background = Key.Optional(
        "background",
        new Text("a colour as \"#rrggbb\", in quotes", "#[0-9A-Fa-f]{6}"),
        "\"#ffffff\"",
        "The colour behind transparent pixels. The quotes are needed, because # starts a comment.",
        "\"#000000\"");

    public static readonly Key<bool> HorizontalFlip = Key.Optional(
        "horizontal_flip", new Truth(), "false", "Whether a step mirrors each of its images, left to right, with probability 1/2.", "true");

    public static readonly Key<string> Sha256 = Key.Optional(
        "sha256",
        new Text("64 hexadecimal digits", "[0-9A-Fa-f]{64}"),
        "The lock of the images, from 'repro lock-data'. Training refuses other images.",
        "\"3f0b68b1a8e2aa1c0b1b1d9a1c55de2f7a7a0d3c5d0a4b7f0e0c9d8b7a695847\"");

    public static readonly ImmutableArray<Key> All = [Folder, Files, Size, Channels, Background, HorizontalFlip, Sha256];
}
