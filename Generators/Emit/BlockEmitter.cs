using Repro.Generators.Resolution.Shapes;
using Repro.Generators.Vocabulary;

namespace Repro.Generators.Emit;

/// <summary>Writes the classes of an architecture's blocks, nested in its class.</summary>
internal static class BlockEmitter
{
    /// <summary>Writes the class of every block once, inner blocks after the outer ones.</summary>
    public static void Emit(CodeWriter writer, IEnumerable<ShapedPart> parts)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in parts.SelectMany(WithInner).Where(block => written.Add(block.Class)))
        {
            writer.Line();
            Emit(writer, block);
        }
    }

    private static IEnumerable<ShapedBlock> WithInner(ShapedPart part) =>
        part is ShapedBlock block ? block.Parts.Concat(block.Shortcut).SelectMany(WithInner).Prepend(block) : [];

    private static void Emit(CodeWriter writer, ShapedBlock block)
    {
        writer.Summary(block.IsResidual
            ? "A residual block: adds what its layers give to its "
                + $"input{(block.Shortcut.Count == 0 ? "" : ", which its shortcut gives the same shape")}."
            : $"The block <c>{block.Name}</c>, as in <c>{block.Text.AsXml()}</c>.");
        using (writer.Open($"private sealed class {block.Class} : {GlobalNames.Nn}.Module<{GlobalNames.Tensor}, {GlobalNames.Tensor}>"))
        {
            PartFields.Emit(writer, block.Parts.Concat(block.Shortcut));
            writer.Summary("Builds the layers and draws their initial weights.");
            writer.Line($"public {block.Class}()");
            using (writer.Open($"    : base({Literal.Of(block.Class)})"))
            {
                PartFields.Construct(writer, block.Parts.Concat(block.Shortcut));
                writer.Line("RegisterComponents();");
            }

            writer.Line();
            writer.Summary($"N × {block.Input} → N × {block.Output}.");
            using (writer.Open($"public override {GlobalNames.Tensor} forward({GlobalNames.Tensor} input)"))
            {
                EmitForward(writer, block);
            }
        }
    }

    private static void EmitForward(CodeWriter writer, ShapedBlock block)
    {
        LayerCalls.Emit(writer, block.Parts, "input", "features");
        if (block.Shortcut.Count > 0)
        {
            LayerCalls.Emit(writer, block.Shortcut, "input", "shortcut");
        }

        writer.Line(!block.IsResidual ? "return features;" : block.Shortcut.Count == 0 ? "return features + input;" : "return features "
            + "+ shortcut;");
    }
}
