using Repro.Generators.Language.Schema;
using Repro.Generators.Syntax;

namespace Repro.Generators.Language.Values;

/// <summary>A number of things (1 or more), a share of them (more than 0, less than 1), or <c>none</c>.</summary>
internal sealed class CountOrShare(WholeNumber count) : ValueType<decimal?>
{
    private const string None = "none";

    private static readonly RealNumber Share = new(1e-6m, 1, excludesMaximum: true);

    public override string Expected => $"{count.Expected}, {Share.Expected}, or {None}";

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { { "anyOf", new[] { count.Schema(definitions), Share.Schema(definitions), new() { { "const", None } } } } };

    public override bool TryRead(YamlNode node, ReadContext context, out decimal? value)
    {
        value = null;
        if (node is YamlScalar { Text: None })
        {
            return true;
        }

        var isShare = node is YamlScalar { IsNumber: true } scalar && scalar.Text.IndexOfAny(['.', 'e', 'E']) >= 0;
        var (share, whole) = (0m, 0L);
        var isRead = isShare ? Share.TryRead(node, context, out share) : count.TryRead(node, context, out whole);
        value = isShare ? share : whole;
        return isRead;
    }
}
