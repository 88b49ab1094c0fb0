using Repro.Generators.Resolution.Shapes;
using Repro.Generators.Vocabulary;

namespace Repro.Generators.Emit;

/// <summary>Writes the fields that hold layers and blocks, and what constructs them.</summary>
internal static class PartFields
{
    /// <summary>
    /// Writes the fields, each with the text and the keys of the file that it comes from and the shape after it, and an empty line.
    /// </summary>
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
