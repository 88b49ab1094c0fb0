using Repro.Generators.Common;
using Repro.Generators.Diagnostics;
using Repro.Generators.Model.Values;
using Repro.Generators.Yaml;

namespace Repro.Generators.Model;

/// <summary>Splits a document into its sections, and resolves what their entries inherit.</summary>
internal static class DocumentReader
{
    /// <summary>The version of the language that this generator reads.</summary>
    private const string Version = "1";

    private static readonly Text AnyVersion = new($"{Version}, the version of the language", _ => true);

    /// <summary>The sections, or <c>null</c> when the document is not one of this language.</summary>
    public static Document? Read(YamlNode root, DiagnosticBag diagnostics)
    {
        if (root is not (YamlMapping or YamlScalar { IsEmpty: true }))
        {
            diagnostics.Report(Descriptors.WrongType, root.Place, "The file", "a mapping with the key 'version'", root.Description);
            return null;
        }

        var mapping = root as YamlMapping ?? new YamlMapping([], root.Place);
        var start = Place.StartOf(root.Place.Path);
        var reader = new MappingReader("The file", start, mapping, reportsMissing: true, diagnostics);
        var version = reader.Required("version", AnyVersion);
        if (version is not null && version.Value != Version)
        {
            diagnostics.Report(Descriptors.UnsupportedVersion, version.Place, version.Value.Quoted(), Version);
            return null;
        }

        var data = Section.Read("data", "data set", reader.OptionalNode("data"), diagnostics);
        var architectures = Section.Read("architectures", "architecture", reader.OptionalNode("architectures"), diagnostics);
        var experiments = Section.Read("experiments", "experiment", reader.OptionalNode("experiments"), diagnostics);
        reader.Finish();
        return new(data, Inheritance.Resolve(architectures, diagnostics), Inheritance.Resolve(experiments, diagnostics));
    }
}
