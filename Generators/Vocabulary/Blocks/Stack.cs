using System.Globalization;
using Repro.Generators.Common;
using Repro.Generators.Language;
using Repro.Generators.Language.Schema;
using Repro.Generators.Language.Values;
using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;
using Repro.Generators.Vocabulary.Layers;

namespace Repro.Generators.Vocabulary.Blocks;

/// <summary>The layers of an encoder, a decoder or a block.</summary>
internal sealed class Stack : ValueType<EquatableArray<PlacedPart>>
{
    private static readonly Choice<Part> AnyPart = new("layer", () => PartCatalog.All);

    public override string Expected => "a list of layers";

    /// <summary>Single layers can replace those of an inherited list, by their numbers from 1.</summary>
    public override YamlNode Merge(YamlNode own, YamlNode inherited)
    {
        if (own is not YamlMapping overrides || inherited is not YamlSequence list)
        {
            return own;
        }

        var items = list.Items.ToArray();
        var wrong = new List<YamlPair>();
        foreach (var pair in overrides.Pairs)
        {
            if (int.TryParse(pair.Key.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number >= 1
                && number <= items.Length)
            {
                items[number - 1] = AnyPart.Merge(pair.Value, items[number - 1]);
            }
            else
            {
                wrong.Add(pair);
            }
        }

        return wrong.Count == 0
            ? new YamlSequence(items.ToEquatableArray(), own.Place)
            : overrides with { Pairs = wrong.ToEquatableArray() };
    }

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { { "anyOf", new[] { List(definitions), ByNumber(definitions) } } };

    public override bool TryRead(YamlNode node, ReadContext context, out EquatableArray<PlacedPart> value)
    {
        value = default;
        if (node is YamlMapping { Pairs.Count: > 0 } overrides)
        {
            var numberContext =
                context with { Expected = "a list of layers, or the number of a layer in the list of an entry that this one is like" };
            return overrides.Pairs.Select(pair => numberContext.WrongType(pair.Key)).ToArray().All(isRead => isRead);
        }

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

    /// <summary>Warns of a default bias only. An explicit <c>bias: true</c> is intended.</summary>
    private static void WarnOfUselessBias(List<PlacedPart> before, Part part, DiagnosticBag diagnostics)
    {
        if (part is Layer { RemovesBias: true }
            && before.LastOrDefault() is { Part: Layer { HasBias: true } } placed
            && placed.Text.IndexOf("bias:", StringComparison.Ordinal) < 0)
        {
            diagnostics.Report(Descriptors.BiasBeforeBatchNorm, placed.Place, part.Name);
        }
    }

    private static JsonObject List(SchemaDefinitions definitions) =>
        new() { { "type", "array" }, { "minItems", 1L }, { "items", definitions.OrComputed(AnyPart.Schema(definitions)) } };

    private static JsonObject ByNumber(SchemaDefinitions definitions) => new()
    {
        { "type", "object" },
        { "minProperties", 1L },
        { "patternProperties", new JsonObject { { "^[1-9][0-9]*$", AnyPart.Schema(definitions) } } },
        { "additionalProperties", false },
    };
}
