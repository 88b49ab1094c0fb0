using Repro.Generators.Yaml;

namespace Repro.Generators.Model.Values;

/// <summary>A whole number, or a word that stands for no number.</summary>
internal sealed class NumberOr(string word, WholeNumber number) : ValueType<long?>
{
    public override string Expected => $"{number.Expected}, or {word}";

    public override Problem? Read(YamlNode node, out long? value)
    {
        value = null;
        if (node is YamlScalar scalar && scalar.Text == word)
        {
            return null;
        }

        var problem = number.Read(node, out var found);
        value = found;
        return problem;
    }
}
