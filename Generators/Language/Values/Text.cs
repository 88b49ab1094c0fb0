using System.Text.RegularExpressions;
using Repro.Generators.Language.Schema;
using Repro.Generators.Syntax;

namespace Repro.Generators.Language.Values;

/// <summary>Text, with or without quotes in the file.</summary>
/// <param name="expected">The expected text, in words.</param>
/// <param name="pattern">A regular expression for the whole text. It must mean the same in .NET and in a JSON schema.</param>
internal sealed class Text(string expected, string pattern) : ValueType<string>
{
    private readonly Regex regex = new($@"^(?:{pattern})\z", RegexOptions.CultureInvariant);

    public override string Expected => expected;

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { { "type", "string" }, { "pattern", $"^(?:{pattern})$" } };

    public override bool TryRead(YamlNode node, ReadContext context, out string value)
    {
        value = "";
        if (node is not YamlScalar { IsEmpty: false } scalar)
        {
            return context.WrongType(node);
        }

        value = scalar.Text;
        return regex.IsMatch(value) || context.OutOfRange(node);
    }
}
