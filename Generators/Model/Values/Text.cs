using Repro.Generators.Yaml;

namespace Repro.Generators.Model.Values;

/// <summary>Text that its predicate allows, with or without quotes in the file.</summary>
internal sealed class Text(string expected, Func<string, bool> allows) : ValueType<string>
{
    public override string Expected => expected;

    public override Problem? Read(YamlNode node, out string value)
    {
        value = "";
        if (node is not YamlScalar { IsEmpty: false } scalar)
        {
            return WrongType(node);
        }

        value = scalar.Text;
        return allows(value) ? null : OutOfRange(node);
    }
}
