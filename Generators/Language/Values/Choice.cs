using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Repro.Generators.Common;
using Repro.Generators.Language.Schema;
using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Language.Values;

/// <summary>
/// One of several definitions: its name (<c>relu</c>), or its name with its settings (<c>leaky_relu: { slope: 0.2 }</c>).
/// </summary>
/// <param name="what">A noun for the definitions, such as "layer".</param>
/// <param name="catalog">The definitions, evaluated late because layers can contain layers.</param>
/// <param name="hint">Advice for some unknown names; <c>null</c> to suggest a similar name.</param>
internal sealed class Choice<T>(string what, Func<ImmutableArray<Definition<T>>> catalog, Func<string, string?>? hint = null) : ValueType<T>
{
    public override string Expected =>
        catalog().FirstOrDefault(definition => definition.Keys.Length > 0) is { } example
            ? $"the name of {what.WithArticle()}, alone or with its settings, such as '{example.Example}'"
            : string.Join(" or ", catalog().Select(definition => definition.Name));

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        definitions.Reference(what.Replace(' ', '_'), () => new() { { "anyOf", Forms(definitions).ToArray() } });

    /// <summary>The settings of the same choice are inherited one by one.</summary>
    public override YamlNode Merge(YamlNode own, YamlNode inherited) =>
        own is YamlMapping { Pairs.Count: 1 } mapping
        && NameOf(inherited) is { } name
        && mapping.Pairs[0].Key.Text == name.Text
        && catalog().FirstOrDefault(known => known.Name == name.Text) is { } definition
        && Given(definition, name, own) is { } given
        && Given(definition, name, inherited) is { } others
            ? mapping with { Pairs = new([mapping.Pairs[0] with { Value = given.Over(others, definition.Keys) }]) }
            : own;

    public override bool TryRead(YamlNode node, ReadContext context, out T value)
    {
        value = default!;
        if (NameOf(node) is not { } name)
        {
            return context.WrongType(node);
        }

        if (catalog().FirstOrDefault(known => known.Name == name.Text) is not { } definition)
        {
            var known = catalog().Select(candidate => candidate.Name).ToArray();
            context.Diagnostics.Report(
                Descriptors.UnknownName, name.Place, what, name.Text.Quoted(), hint?.Invoke(name.Text) ?? Suggestion.For(name.Text, known));
            return false;
        }

        if (Given(definition, name, node) is not { } given)
        {
            var found = ((YamlMapping)node).Pairs[0].Value;
            context.Diagnostics.Report(Descriptors.WrongType, found.Place, "a mapping of settings", found.Description);
            return false;
        }

        var settings = new Settings(PlaceOf(node), given, definition.Keys, context.Diagnostics);
        if (!settings.Failed)
        {
            definition.Check?.Invoke(settings);
        }

        value = settings.Failed ? value : definition.Create(settings);
        return !settings.Failed;
    }

    /// <summary>The place of a choice's name. Its path ends with the name, even when the name is written alone.</summary>
    public static Place PlaceOf(YamlNode node)
    {
        var name = NameOf(node)!;
        return node is YamlScalar ? name.Place with { Path = name.Place.Path?.Then(name.Text) } : name.Place;
    }

    /// <summary>The chosen name; <c>null</c> when the node does not have the form of a choice.</summary>
    private static YamlScalar? NameOf(YamlNode node) => node switch
    {
        YamlScalar { IsEmpty: false } name => name,
        YamlMapping { Pairs.Count: 1 } mapping => mapping.Pairs[0].Key,
        _ => null,
    };

    private static YamlMapping? Given(Definition<T> definition, YamlScalar name, YamlNode node) =>
        (node as YamlMapping)?.Pairs[0].Value switch
        {
            null or YamlScalar { IsEmpty: true } => new([], name.Place),
            YamlMapping mapping when definition.Shorthand?.Type.TakesMapping != true => mapping,
            var single => definition.Shorthand is { } key ? new(new([new(new(key.Name, true, name.Place), single)]), single.Place) : null,
        };

    /// <summary>The names that can be written alone, then the mapping of one name to its settings.</summary>
    private IEnumerable<JsonObject> Forms(SchemaDefinitions definitions)
    {
        var properties = new JsonObject();
        foreach (var definition in catalog())
        {
            properties.Add(
                definition.Name,
                new JsonObject { { "description", definition.Summary }, { "anyOf", SettingsForms(definition, definitions).ToArray() } });
            if (!MappingSchema.Required(definition.Keys).Any())
            {
                yield return new() { { "enum", new[] { definition.Name } }, { "description", definition.Summary } };
            }
        }

        yield return new()
        {
            { "type", "object" },
            { "properties", properties },
            { "minProperties", 1L },
            { "maxProperties", 1L },
            { "additionalProperties", false },
        };
    }

    private static IEnumerable<JsonObject> SettingsForms(Definition<T> definition, SchemaDefinitions definitions)
    {
        if (definition.Shorthand is { } key)
        {
            yield return definitions.OrComputed(key.Type.Schema(definitions));
        }

        yield return MappingSchema.Of(definition.Keys, definitions);
        if (!MappingSchema.Required(definition.Keys).Any())
        {
            yield return new() { { "type", "null" } };
        }
    }
}
