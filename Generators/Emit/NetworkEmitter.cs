using Repro.Generators.Resolution;
using Repro.Generators.Resolution.Shapes;
using Repro.Generators.Vocabulary;
using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Emit;

/// <summary>Writes the layers of an architecture as data, for reports.</summary>
internal static class NetworkEmitter
{
    public static void Emit(CodeWriter writer, Architecture architecture)
    {
        writer.Summary("What it is made of, with shapes and numbers of parameters.");
        using (writer.Open($"public static {GlobalNames.Runtime}.NetworkDescription NetworkDescription {{ get; }} = new()", "};"))
        {
            writer.Line($"Kind = {Literal.Of(architecture.Kind.Noun)},");
            writer.Line($"Input = {Sizes(architecture.Input)},");
            EmitLayers(writer, "Encoder", architecture.Encoder);
            EmitLayers(writer, "Heads", architecture.Heads);
            EmitLayers(writer, "Decoder", architecture.Decoder);
            writer.Line($"PseudoInputs = {(architecture.PseudoInputs is { } count ? Invariant($"{count}") : "null")},");
            EmitText(writer, "Specification", architecture.Text);
        }
    }

    /// <summary>Writes a property of several lines of text.</summary>
    public static void EmitText(CodeWriter writer, string property, string text)
    {
        var lines = text.Split('\n');
        writer.Line($"{property} =");
        for (var i = 0; i < lines.Length - 1; i++)
        {
            writer.Line($"    {Literal.Of(lines[i] + "\n")}{(i < lines.Length - 2 ? " +" : ",")}");
        }
    }

    private static void EmitLayers(CodeWriter writer, string property, IEnumerable<ShapedPart> parts)
    {
        using (writer.OpenList($"{property} =", "],"))
        {
            foreach (var part in parts)
            {
                Emit(writer, part);
            }
        }
    }

    private static void Emit(CodeWriter writer, ShapedPart part)
    {
        var create = Invariant(
            $"new({Literal.Of(part.Field)}, {Literal.Of(part.Name)}, {Literal.Of(part.Text)}, {Sizes(part.Output)}, {part.Parameters})");
        if (part is not ShapedBlock block)
        {
            writer.Line($"{create},");
            return;
        }

        using (writer.Open(create, "},"))
        {
            EmitLayers(writer, "Layers", block.Parts);
            if (block.IsResidual)
            {
                writer.Line("IsResidual = true,");
                EmitLayers(writer, "Shortcut", block.Shortcut);
            }
        }
    }

    private static string Sizes(Shape shape) => $"[{string.Join(", ", shape.Dimensions)}]";
}
