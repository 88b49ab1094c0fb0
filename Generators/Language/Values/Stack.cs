using Repro.Generators.Common;
using Repro.Generators.Diagnostics;
using Repro.Generators.Layers;
using Repro.Generators.Model;
using Repro.Generators.Schema;
using Repro.Generators.Yaml;

namespace Repro.Generators.Language.Values;

/// <summary>The layers of an encoder, a decoder or a block.</summary>
internal sealed class Stack : ValueType<EquatableArray<PlacedPart>>
{
    private static readonly Choice<Part> AnyPart = new("layer", () => LayerCatalog.All);

    public override string Expected => "a list of layers";

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { { "type", "array" }, { "minItems", 1L }, { "items", AnyPart.Schema(definitions) } };

    public override bool TryRead(YamlNode node, ReadContext context, out EquatableArray<PlacedPart> value)
    {
        value = default;
        if (node is not YamlSequence { Items.Count: > 0 } sequence)
        {
            return context.WrongType(node);
        }

        var parts = new List<PlacedPart>();
        var partContext = context with { Expected = AnyPart.Expected };
        foreach (var item in sequence.Items)
        {
            if (AnyPart.TryRead(item, partContext, out var part))
            {
                WarnOfUselessBias(parts, part, context.Diagnostics);
                parts.Add(new(part, item.InOneLine(), Choice<Part>.PlaceOf(item)));
            }
        }

        value = parts.ToEquatableArray();
        return parts.Count == sequence.Items.Count;
    }

    /// <summary>Of a bias that is there by default. Who writes <c>bias: true</c> wants it.</summary>
    private static void WarnOfUselessBias(List<PlacedPart> before, Part part, DiagnosticBag diagnostics)
    {
        if (part is Layer { RemovesBias: true }
            && before.LastOrDefault() is { Part: Layer { HasBias: true } } placed
            && placed.Text.IndexOf("bias:", StringComparison.Ordinal) < 0)
        {
            diagnostics.Report(Descriptors.BiasBeforeBatchNorm, placed.Place, part.Name);
        }
    }
}
