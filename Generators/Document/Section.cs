using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Repro.Generators.Common;
using Repro.Generators.Document.Parameters;
using Repro.Generators.Language;
using Repro.Generators.Language.Schema;
using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Document;

/// <summary>A mapping of names to entries.</summary>
/// <param name="what">The kind of entry, such as "data set".</param>
/// <param name="keys">The keys of an entry.</param>
/// <param name="takesParameters">Whether values of an entry can be computed from parameters.</param>
internal sealed class Section(string what, ImmutableArray<Key> keys, bool takesParameters = false) : ValueType<IReadOnlyList<Entry>>
{
    private const string NamePattern = "[A-Za-z][A-Za-z0-9_-]{0,63}";

    /// <summary>Windows forbids files with these names, with any extension.</summary>
    private const string Devices = "con|prn|aux|nul|com[0-9]|lpt[0-9]";

    private static readonly string[] OrNothing = ["object", "null"];

    private static readonly Regex UsableName = new($@"^{NamePattern}\z", RegexOptions.CultureInvariant);

    private static readonly Regex DeviceName = new($@"^({Devices})\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Both rules in one pattern, because patterns in a JSON schema cannot ignore case.</summary>
    private static readonly string SchemaPattern =
        $"^(?!(?:{Regex.Replace(Devices, "[a-z]", letter => $"[{letter.Value.ToUpperInvariant()}{letter.Value}]")})$){NamePattern}$";

    public override string Expected => "a mapping of names";

    public override JsonObject Schema(SchemaDefinitions definitions) => new()
    {
        { "type", OrNothing },
        {
            "patternProperties",
            new JsonObject { { SchemaPattern, definitions.Reference(what.Replace(' ', '_'), () => EntrySchema(definitions)) } }
        },
        { "additionalProperties", false },
    };

    public override bool TryRead(YamlNode node, ReadContext context, out IReadOnlyList<Entry> value)
    {
        value = node is YamlMapping mapping ? [.. mapping.Pairs.Select(pair => ReadEntry(pair, context.Diagnostics))] : [];
        return node is YamlMapping or YamlScalar { IsEmpty: true } || context.WrongType(node);
    }

    public static bool IsUsable(string name) => UsableName.IsMatch(name) && !DeviceName.IsMatch(name);

    public static void ReportUnusable(string name, Place place, string what, DiagnosticBag diagnostics) => diagnostics.Report(
        Descriptors.UnusableName, place, name.Quoted(), what.WithArticle(), DeviceName.IsMatch(name)
            ? "files and folders are named after it, and Windows keeps this name for a device"
            : "use at most 64 letters (a to z), digits, '-' and '_', starting with a letter");

    private JsonObject EntrySchema(SchemaDefinitions definitions)
    {
        definitions.Computed = takesParameters ? Arithmetic.Schema() : null;
        var schema = MappingSchema.Of(keys, definitions);
        definitions.Computed = null;
        var required = new JsonObject { { "required", MappingSchema.Required(keys) } };
        if (keys.All(key => key.Name != Inheritance.Like))
        {
            schema.Add("allOf", new[] { required });
            return schema;
        }

        // A required key can be inherited or come from a matrix.
        var elsewhere = keys
            .Where(key => key.Name is Inheritance.Like or MatrixExpansion.Name)
            .Select(key => new JsonObject { { "required", new[] { key.Name } } });
        schema.Add("anyOf", elsewhere.Append(required).ToArray());
        return schema;
    }

    private Entry ReadEntry(YamlPair pair, DiagnosticBag diagnostics)
    {
        var (name, place) = (pair.Key.Text, pair.Key.Place);
        var usable = IsUsable(name);
        if (!usable)
        {
            ReportUnusable(name, place, what, diagnostics);
        }

        if (pair.Value is YamlMapping mapping)
        {
            return new(what, name, place, usable, mapping);
        }

        if (pair.Value is not YamlScalar { IsEmpty: true })
        {
            diagnostics.Report(Descriptors.WrongType, pair.Value.Place, "a mapping of keys", pair.Value.Description);
        }

        return new(what, name, place, usable, new([], pair.Value.Place), ReportsMissing: pair.Value is YamlScalar { IsEmpty: true });
    }
}
