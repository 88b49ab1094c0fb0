using Repro.Generators.Common;
using Repro.Generators.Document.Parameters;
using Repro.Generators.Language.Values;
using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;
using Repro.Generators.Vocabulary.Blocks;
using Repro.Generators.Vocabulary.Layers;

namespace Repro.Generators.Resolution;

/// <summary>Replaces the names of blocks in an architecture by their layers.</summary>
/// <param name="blocks">The blocks of the file; <c>null</c> for one with a mistake, which was reported.</param>
/// <param name="diagnostics">Collects the mistakes.</param>
internal sealed class BlockExpander(IReadOnlyDictionary<string, BlockDeclaration?> blocks, DiagnosticBag diagnostics)
{
    /// <summary>The limit on nested blocks.</summary>
    private const int Deepest = 64;

    /// <summary>The limit on an architecture's layers from blocks, where repeats count once.</summary>
    private const int Most = 4096;

    private readonly List<string> within = [];
    private int layers;

    /// <summary>The layers with those of blocks; <c>null</c> after a mistake in a block, which is reported.</summary>
    public EquatableArray<PlacedPart>? Expand(EquatableArray<PlacedPart> parts)
    {
        var expanded = parts.Select(Expand).ToArray();
        return expanded.Contains(null) ? null : expanded.OfType<PlacedPart>().ToEquatableArray();
    }

    private PlacedPart? Expand(PlacedPart placed) => placed.Part switch
    {
        Layer => placed,
        Residual residual => Expand(residual.Layers) is { } layers && Expand(residual.Shortcut) is { } shortcut
            ? placed with { Part = new Residual(layers, shortcut) }
            : null,
        Repeat repeat => Expand(repeat.Layers) is { } layers ? placed with { Part = repeat with { Layers = layers } } : null,
        BlockUse use => LayersOf(use.Block) is { } layers ? placed with { Part = new Block(use.Block.Name.Text, layers) } : null,
        _ => throw new InvalidOperationException($"{placed.Part.Name} is no part of a file"),
    };

    private EquatableArray<PlacedPart>? LayersOf(Instance use)
    {
        var name = use.Name;
        if (!blocks.TryGetValue(name.Text, out var block))
        {
            diagnostics.Report(
                Descriptors.UnknownName, name.Place, "block", name.Text.Quoted(), Suggestion.For(name.Text, [.. blocks.Keys]));
            return null;
        }

        if (block is null || IsEndless(name) || Bind(block, use) is not { } scope)
        {
            return null;
        }

        var stack = new Stack();
        if (!stack.TryRead(scope.Apply(block.Layers), new(stack.Expected, diagnostics), out var parts))
        {
            return null;
        }

        layers += parts.Count;
        within.Add(name.Text);
        var expanded = Expand(parts);
        within.RemoveAt(within.Count - 1);
        return expanded;
    }

    private bool IsEndless(YamlScalar name)
    {
        if (within.Contains(name.Text))
        {
            var circle = within.SkipWhile(outer => outer != name.Text).Append(name.Text);
            diagnostics.Report(Descriptors.CircularBlock, name.Place, string.Join(" → ", circle));
            return true;
        }

        if (within.Count >= Deepest || layers > Most)
        {
            var (most, what) = layers > Most ? (Most, "layers of blocks") : (Deepest, "blocks inside each other");
            diagnostics.Report(Descriptors.Limit, name.Place, Invariant($"{most}"), what);
            return true;
        }

        return false;
    }

    private ParameterScope? Bind(BlockDeclaration block, Instance use)
    {
        var given = use.Arguments.Pairs;
        var names = block.Parameters.Select(parameter => parameter.Name.Text).ToArray();
        var unknown = given.Where(pair => !names.Contains(pair.Key.Text)).ToArray();
        foreach (var pair in unknown)
        {
            diagnostics.Report(Descriptors.UnknownKey, pair.Key.Place, Suggestion.For(pair.Key.Text, names));
        }

        var missing = block.Parameters.Where(parameter => !parameter.HasValue && use.Arguments.Find(parameter.Name.Text) is null).ToArray();
        foreach (var parameter in unknown.Length == 0 ? missing : [])
        {
            diagnostics.Report(Descriptors.MissingKey, use.Name.Place, parameter.Name.Text, "a parameter without a default");
        }

        var areValues = given.All(pair => ParameterValues.Check(pair.Value, canBeEmpty: false, diagnostics));
        return unknown.Length + missing.Length > 0 || !areValues
            ? null
            : new(
                block.Parameters.ToDictionary(
                    parameter => parameter.Name.Text,
                    parameter => use.Arguments.Find(parameter.Name.Text)?.Value ?? parameter.Value,
                    StringComparer.Ordinal),
                diagnostics);
    }
}
