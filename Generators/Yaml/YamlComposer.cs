using Repro.Generators.Common;
using Repro.Generators.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Repro.Generators.Yaml;

/// <summary>Reads YAML into nodes that know where they stand.</summary>
internal sealed class YamlComposer
{
    /// <summary>Deeper than anything the language has, and shallow enough to read recursively.</summary>
    private const int MaximumDepth = 32;

    private readonly Places places;
    private readonly DiagnosticBag diagnostics;
    private readonly Parser parser;
    private Mark lastMark = Mark.Empty;
    private bool isOutsideLanguage;

    private YamlComposer(string path, string text, DiagnosticBag diagnostics)
    {
        places = new(path, text.Length);
        this.diagnostics = diagnostics;
        parser = new Parser(new StringReader(text));
    }

    /// <summary>The root of a file's only document, or <c>null</c> when the file is not YAML, which is reported.</summary>
    public static YamlNode? Compose(SourceFile file, DiagnosticBag diagnostics)
    {
        if (file.Text is null)
        {
            diagnostics.Report(Descriptors.UnreadableFile, Place.StartOf(file.Path));
            return null;
        }

        var composer = new YamlComposer(file.Path, file.Text, diagnostics);
        try
        {
            var root = composer.ComposeStream();
            return composer.isOutsideLanguage ? null : root;
        }
        catch (YamlException exception)
        {
            diagnostics.Report(Descriptors.Syntax, composer.places.Between(exception.Start, exception.End), exception.Message.TrimEnd('.'));
        }
        catch (InvalidOperationException)
        {
            // The reader also ends this way, without a place, for instance in a flow sequence that breaks off.
            diagnostics.Report(Descriptors.Syntax, composer.places.Between(composer.lastMark, composer.lastMark), "what follows does not fit what comes before");
        }

        return null;
    }

    private YamlNode ComposeStream()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            return new YamlScalar("", true, places.Start);
        }

        parser.Consume<DocumentStart>();
        var root = ComposeNode(depth: 0, path: null);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
        {
            ReportOutsideLanguage(places.Between(second.Start, second.End), "a second document", "remove what follows '---'");
            return root;
        }

        parser.Consume<StreamEnd>();
        return root;
    }

    private YamlNode ComposeNode(int depth, KeyPath? path)
    {
        var parsed = parser.Consume<ParsingEvent>();
        var place = places.Between(parsed.Start, parsed.End, path);
        lastMark = parsed.End;
        if (depth > MaximumDepth)
        {
            throw new YamlException(parsed.Start, parsed.End, $"nested deeper than {MaximumDepth} levels");
        }

        if (parsed is NodeEvent node)
        {
            ReportAnchorAndTag(node, place);
        }

        switch (parsed)
        {
            case SequenceStart:
                return new YamlSequence(ComposeItems(depth, path), place);
            case MappingStart:
                return new YamlMapping(ComposePairs(depth, path), place);
            case Scalar scalar:
                return new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, place);
            default:
                ReportOutsideLanguage(place, "an alias", "write 'like:' to reuse an entry, and put text that starts with '*' in quotes");
                return new YamlScalar("", true, place);
        }
    }

    private void ReportAnchorAndTag(NodeEvent node, Place place)
    {
        if (!node.Anchor.IsEmpty)
        {
            ReportOutsideLanguage(place, "an anchor", "write 'like:' to reuse an entry, and put text that starts with '&' in quotes");
        }

        if (!node.Tag.IsEmpty)
        {
            ReportOutsideLanguage(place, "a tag", "remove it, and put text that starts with '!' in quotes");
        }
    }

    private void ReportOutsideLanguage(Place place, string what, string remedy)
    {
        isOutsideLanguage = true;
        diagnostics.Report(Descriptors.UnsupportedYaml, place, what, remedy);
    }

    private EquatableArray<YamlNode> ComposeItems(int depth, KeyPath? path)
    {
        var items = new List<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ComposeNode(depth + 1, Under(path, Invariant($"{items.Count + 1}"))));
        }

        return items.ToEquatableArray();
    }

    private EquatableArray<YamlPair> ComposePairs(int depth, KeyPath? path)
    {
        var pairs = new List<YamlPair>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            // A key that is not text cannot be a part of the path; '?' is how YAML introduces one.
            var keyPath = Under(path, parser.Accept<Scalar>(out var text) ? text.Value : "?");
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

        return pairs.ToEquatableArray();
    }

    private static KeyPath Under(KeyPath? path, string name) => path?.Then(name) ?? new(null, name);
}
