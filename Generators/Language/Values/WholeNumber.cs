using System.Globalization;
using Repro.Generators.Language.Schema;
using Repro.Generators.Syntax;

namespace Repro.Generators.Language.Values;

/// <summary>A whole number within a range, both ends included.</summary>
internal sealed class WholeNumber(long minimum, long maximum) : ValueType<long>
{
    public override string Expected => Invariant($"a whole number from {minimum} to {maximum}");

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { { "type", "integer" }, { "minimum", minimum }, { "maximum", maximum } };

    public override bool TryRead(YamlNode node, ReadContext context, out long value)
    {
        value = 0;
        if (node is not YamlScalar { IsNumber: true } scalar || scalar.Text.IndexOfAny(['.', 'e', 'E']) >= 0)
        {
            return context.WrongType(node);
        }

        var fits = long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
        return (fits && value >= minimum && value <= maximum) || context.OutOfRange(node);
    }
}
