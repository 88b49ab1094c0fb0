using System.Collections.Immutable;
using Repro.Generators.Common;
using Repro.Generators.Language;
using Repro.Generators.Language.Values;
using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Document;

/// <summary>Splits a document into its sections.</summary>
internal static class DocumentReader
{
    /// <summary>The version of the language that this generator reads.</summary>
    private const string Version = "1";

    private static readonly Key<string> VersionKey = Key.Required(
        "version", new Constant(Version, "the version of the language"), "The version of the language.", Version);

    private static readonly Key<EquatableArray<YamlScalar>> Include = Key.Optional(
        "include",
        new FileList(),
        "[]",
        "Further files of data sets, architectures and experiments, relative to the folder of experiments.yaml.",
        "[experiments/sweeps.yaml]");

    private static readonly Key<IReadOnlyList<Entry>> Data = Key.Optional(
        "data", new Section("data set", DataSetKeys.All), "{}", "Data sets by name.", "{ faces: { folder: data/faces, size: [64, 64] } }");

    private static readonly Key<IReadOnlyList<Entry>> Blocks = Key.Optional(
        "blocks",
        new Section("block", BlockKeys.All, takesParameters: true),
        "{}",
        "Blocks of layers by name, for use in architectures.",
        "{ pair: { layers: [{ linear: 64 }, relu] } }");

    private static readonly Key<IReadOnlyList<Entry>> Architectures = Key.Optional(
        "architectures",
        new Section("architecture", ArchitectureKeys.All, takesParameters: true),
        "{}",
        "Architectures by name.",
        "{ ae: { like: vae, kind: plain } }");

    private static readonly Key<IReadOnlyList<Entry>> Experiments = Key.Optional(
        "experiments",
        new Section("experiment", ExperimentKeys.All),
        "{}",
        "Experiments by name, in the order in which they are run.",
        "{ vae-14: { like: vae-70, take: 14 } }");

    public static readonly ImmutableArray<Key> Keys = [VersionKey, Include, Data, Blocks, Architectures, Experiments];

    /// <summary>The sections; <c>null</c> when the document is not of this language.</summary>
    public static DocumentPart? Read(YamlNode root, DiagnosticBag diagnostics)
    {
        if (root is not (YamlMapping or YamlScalar { IsEmpty: true }))
        {
            diagnostics.Report(Descriptors.WrongType, root.Place, "a mapping with the key 'version'", root.Description);
            return null;
        }

        var mapping = root as YamlMapping ?? new YamlMapping([], root.Place);
        if (mapping.Find(VersionKey.Name)?.Value is YamlScalar { IsEmpty: false } version && version.Text != Version)
        {
            diagnostics.Report(Descriptors.UnsupportedVersion, version.Place, version.Text.Quoted(), Version);
            return null;
        }

        var settings = new Settings(Place.StartOf(root.Place.File), mapping, Keys, diagnostics);
        var sections = new DocumentEntries(
            Entries(settings, Data), Entries(settings, Blocks), Entries(settings, Architectures), Entries(settings, Experiments));
        return new(sections, settings.Find(Include)?.Value ?? default);
    }

    private static IReadOnlyList<Entry> Entries(Settings settings, Key<IReadOnlyList<Entry>> section) =>
        settings.Find(section)?.Value ?? [];
}
