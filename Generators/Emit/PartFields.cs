using Repro.Generators.Resolution.Shapes;
using Repro.Generators.Vocabulary;

namespace Repro.Generators.Emit;

/// <summary>Writes the fields of layers and blocks, and their construction.</summary>
internal static class PartFields
{
    /// <summary>Writes the fields, each with its text and keys in the file and its output shape, and an empty line.</summary>
    public static void Emit(CodeWriter writer, IEnumerable<ShapedPart> parts)
    {
        foreach (var part in parts.Where(part => part.Module is not null))
        {
            writer.Summary($"<c>{part.Text.AsXml()}</c>");
            writer.Line($"[{GlobalNames.Runtime}.Yaml({Literal.Of(part.Path)})]");
            writer.Line($"private readonly {Type(part)} {part.Field}; // {part.Output}");
            writer.Line();
        }
    }

    private static string Type(ShapedPart part) => part is ShapedBlock ? part.Module! : $"{GlobalNames.Modules}.{part.Module}";

    public static void Construct(CodeWriter writer, IEnumerable<ShapedPart> parts) =>
        writer.Lines(parts.Where(part => part.Module is not null).Select(part => $"{part.Field} = {part.Create};"));
}
