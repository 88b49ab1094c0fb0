using System.Text.RegularExpressions;
using Repro.Generators.Common;
using Repro.Generators.Language;
using Repro.Generators.Language.Schema;
using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Document.Parameters;

/// <summary>Parameters with their defaults.</summary>
/// <param name="what">The owner of the parameters, in words.</param>
/// <param name="canLackDefault">Whether a parameter can have no default, so that each use must give it.</param>
internal sealed class ParametersValue(string what, bool canLackDefault) : ValueType<EquatableArray<Parameter>>
{
    private const string NamePattern = "[A-Za-z][A-Za-z0-9_]{0,63}";

    private static readonly string[] ObjectOrNothing = ["object", "null"];

    private static readonly string[] Values = ["number", "string", "boolean", "array"];

    private static readonly string[] ValuesOrNothing = [.. Values, "null"];

    private static readonly Regex UsableName = new($@"^{NamePattern}\z", RegexOptions.CultureInvariant);

    public override string Expected => "a mapping of parameters";

    /// <summary>Parameters are inherited one by one.</summary>
    public override YamlNode Merge(YamlNode own, YamlNode inherited) =>
        own is YamlMapping mapping && inherited is YamlMapping others ? mapping.Over(others, []) : own;

    public override JsonObject Schema(SchemaDefinitions definitions) => new()
    {
        { "type", ObjectOrNothing },
        { "propertyNames", new JsonObject { { "pattern", $"^{NamePattern}$" } } },
        { "additionalProperties", new JsonObject { { "type", canLackDefault ? ValuesOrNothing : Values } } },
    };

    public override bool TryRead(YamlNode node, ReadContext context, out EquatableArray<Parameter> value)
    {
        value = default;
        if (node is not (YamlMapping or YamlScalar { IsEmpty: true }))
        {
            return context.WrongType(node);
        }

        var pairs = (node as YamlMapping)?.Pairs ?? default;
        var parameters = pairs.Select(pair => Read(pair, context)).ToArray();
        value = parameters.OfType<Parameter>().ToEquatableArray();
        return !parameters.Contains(null);
    }

    private Parameter? Read(YamlPair pair, ReadContext context)
    {
        var name = pair.Key;
        if (!UsableName.IsMatch(name.Text))
        {
            context.Diagnostics.Report(
                Descriptors.UnusableName, name.Place, name.Text.Quoted(), $"a parameter of {what}",
                "use at most 64 letters (a to z), digits and '_', starting with a letter");
            return null;
        }

        var isRead = ParameterValues.Check(pair.Value, canLackDefault, context.Diagnostics);
        return isRead ? new(name, pair.Value) : null;
    }
}
