using System.Globalization;
using Repro.Generators.Yaml;

namespace Repro.Generators.Model.Values;

/// <summary>
/// A number that its predicate allows. It stays the decimal number of the file, which the C# compiler turns into a double:
/// so it does not depend on what the generator runs on.
/// </summary>
internal sealed class RealNumber(string range, Func<decimal, bool> allows) : ValueType<decimal>
{
    public override string Expected => $"a number {range}";

    public override Problem? Read(YamlNode node, out decimal value)
    {
        value = 0;
        if (node is not YamlScalar { IsNumber: true } scalar)
        {
            return WrongType(node);
        }

        return decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && allows(value)
            ? null
            : OutOfRange(node);
    }
}
