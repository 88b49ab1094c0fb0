using Repro.Generators.Common;
using Repro.Generators.Syntax.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Repro.Generators.Syntax;

/// <summary>Reads YAML into nodes that know their places.</summary>
internal sealed class YamlComposer
{
    private readonly Places places;
    private readonly DiagnosticBag diagnostics;
    private readonly YamlEvents events;
    private readonly Anchors anchors = new();
    private bool isOutsideLanguage;

    private YamlComposer(string text, Places places, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        this.places = places;
        this.diagnostics = diagnostics;
        events = new(text, places, cancellation);
    }

    /// <summary>The root of a file's only document; <c>null</c> when the file is not YAML, which is reported.</summary>
    public static YamlNode? Compose(SourceFile file, DiagnosticBag diagnostics, CancellationToken cancellation = default)
    {
        if (file.Text is null)
        {
            diagnostics.Report(Descriptors.UnreadableFile, Place.StartOf(file.Path));
            return null;
        }

        if (file.Text.Length > YamlLimits.Characters)
        {
            diagnostics.Report(Descriptors.Limit, Place.StartOf(file.Path), Invariant($"{YamlLimits.Characters}"), "characters");
            return null;
        }

        var places = new Places(file.Path, file.Text.Length);
        try
        {
            YamlCharacters.Check(file.Text, places);
            var composer = new YamlComposer(file.Text, places, diagnostics, cancellation);
            var root = composer.ComposeStream();
            return composer.isOutsideLanguage ? null : root;
        }
        catch (UnreadableYamlException exception)
        {
            exception.ReportTo(diagnostics);
            return null;
        }
    }

    private YamlNode ComposeStream()
    {
        events.Take();
        if (events.TryTake<StreamEnd>())
        {
            return new YamlScalar("", true, places.Start);
        }

        events.Take();
        var root = ComposeNode(depth: 0, path: null);
        events.Take();
        if (events.Next is DocumentStart second)
        {
            ReportOutsideLanguage(places.Between(second.Start, second.End), "a second document", "remove what follows '---'");
        }

        return root;
    }

    private YamlNode ComposeNode(int depth, KeyPath? path)
    {
        var parsed = events.Take();
        var place = places.Between(parsed.Start, parsed.End, path);
        if (depth > YamlLimits.Depth)
        {
            throw new UnreadableYamlException(
                Descriptors.Limit, places.Between(parsed.Start, parsed.End), Invariant($"{YamlLimits.Depth}"), "levels of nesting");
        }

        YamlNode node = parsed switch
        {
            SequenceStart => new YamlSequence(ComposeItems(depth, path), place),
            MappingStart => new YamlMapping(ComposePairs(depth, path), place),
            Scalar scalar => new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, place),
            AnchorAlias alias => Aliased(alias.Value.Value, place, depth),
            // The parser lets a mapping end where a value should stand.
            _ => throw events.Unreadable(places.Between(parsed.Start, parsed.End)),
        };
        if (parsed is NodeEvent { Tag.IsEmpty: false })
        {
            ReportOutsideLanguage(place, "a tag", "remove it, and put text that starts with '!' in quotes");
        }

        if (parsed is NodeEvent { Anchor: { IsEmpty: false } anchor })
        {
            anchors.Add(anchor.Value, node);
        }

        return node;
    }

    private YamlNode Aliased(string name, Place place, int depth)
    {
        if (anchors.Find(name, place, depth) is { } node)
        {
            return node;
        }

        isOutsideLanguage = true;
        diagnostics.Report(Descriptors.UnknownName, place, "anchor", name.Quoted(), Suggestion.For(name, anchors.Names));
        return new YamlScalar("", true, place);
    }

    private void ReportOutsideLanguage(Place place, string what, string remedy)
    {
        isOutsideLanguage = true;
        diagnostics.Report(Descriptors.UnsupportedYaml, place, what, remedy);
    }

    private EquatableArray<YamlNode> ComposeItems(int depth, KeyPath? path)
    {
        var items = new List<YamlNode>();
        while (!events.TryTake<SequenceEnd>())
        {
            items.Add(ComposeNode(depth + 1, Under(path, Invariant($"{items.Count + 1}"))));
        }

        return items.ToEquatableArray();
    }

    private EquatableArray<YamlPair> ComposePairs(int depth, KeyPath? path)
    {
        var pairs = new List<YamlPair>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!events.TryTake<MappingEnd>())
        {
            CheckCount(pairs.Count, depth);

            // A key that is not text cannot be part of the path. YAML introduces such a key with '?'.
            var keyPath = Under(path, events.Next is Scalar text ? text.Value.Shortened() : "?");
            var key = ComposeNode(depth + 1, keyPath);
            var value = ComposeNode(depth + 1, keyPath);
            if (key is not YamlScalar name)
            {
                diagnostics.Report(Descriptors.WrongType, key.Place, "text", key.Description);
            }
            else if (lines.TryGetValue(name.Text, out var line))
            {
                diagnostics.Report(Descriptors.DuplicateKey, name.Place, Invariant($"line {line}"));
            }
            else
            {
                lines.Add(name.Text, name.Place.Line);
                pairs.Add(new(name, value));
            }
        }

        return MergeKey.Apply(pairs.ToEquatableArray(), diagnostics);
    }

    /// <summary>The document has sections, a section has entries, and an entry has keys.</summary>
    private void CheckCount(int keys, int depth)
    {
        var (most, what) = depth == 1 ? (YamlLimits.Entries, "entries in a section") : (YamlLimits.Keys, "keys in a mapping");
        if (keys == most)
        {
            throw new UnreadableYamlException(
                Descriptors.Limit, places.Between(events.Next.Start, events.Next.End), Invariant($"{most}"), what);
        }
    }

    private static KeyPath Under(KeyPath? path, string name) => path?.Then(name) ?? new(null, name);
}
