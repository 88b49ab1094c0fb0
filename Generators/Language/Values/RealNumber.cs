using System.Globalization;
using Repro.Generators.Common;
using Repro.Generators.Language.Schema;
using Repro.Generators.Syntax;

namespace Repro.Generators.Language.Values;

/// <summary>
/// A number within a range. It keeps the decimal digits of the file, and the C# compiler makes a double of them. So it does not depend on
/// the machine that runs the generator.
/// </summary>
internal sealed class RealNumber(decimal minimum, decimal maximum, bool excludesMaximum = false) : ValueType<decimal>
{
    public override string Expected => $"a number from {minimum.Short()} to {(excludesMaximum ? "less than " : "")}{maximum.Short()}";

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { { "type", "number" }, { "minimum", minimum }, { excludesMaximum ? "exclusiveMaximum" : "maximum", maximum } };

    public override bool TryRead(YamlNode node, ReadContext context, out decimal value)
    {
        value = 0;
        if (node is not YamlScalar { IsNumber: true } scalar)
        {
            return context.WrongType(node);
        }

        var fits = decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        return (fits && value >= minimum && (excludesMaximum ? value < maximum : value <= maximum)) || context.OutOfRange(node);
    }
}
