using Repro.Generators.Diagnostics;
using Repro.Generators.Model.Values;

namespace Repro.Generators.Model;

/// <summary>Reads an architecture.</summary>
internal static class ArchitectureReader
{
    private static readonly Text Kind = new("variational or plain", _ => true);

    private static readonly ShapeValue Input = new(orFeatures: false);

    public static ArchitectureDeclaration Read(Entry entry, string? identifier, DiagnosticBag diagnostics)
    {
        var reader = entry.Reader(diagnostics);
        reader.OptionalNode(Inheritance.Like);
        var kind = ReadKind(reader);
        var input = reader.Required("input", Input);
        var latent = reader.Required("latent", Ranges.Size);
        var encoder = StackReader.Read("encoder", reader, diagnostics);
        var decoder = StackReader.Read("decoder", reader, diagnostics);
        reader.Finish();
        return new(
            entry.Name, identifier, entry.Place, kind, input?.Value, latent?.Value, encoder, decoder, reader.Failed || identifier is null);
    }

    private static ArchitectureKind? ReadKind(MappingReader reader)
    {
        var kind = reader.Required("kind", Kind);
        switch (kind?.Value)
        {
            case null:
                return null;
            case "variational":
                return ArchitectureKind.Variational;
            case "plain":
                return ArchitectureKind.Plain;
            default:
                reader.ReportUnknownName("kind", kind!, ["variational", "plain"]);
                return null;
        }
    }
}
