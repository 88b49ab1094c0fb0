using Repro.Generators.Common;
using Repro.Generators.Yaml;

namespace Repro.Generators.Model.Values;

/// <summary>A list of whole numbers, of any length or of the lengths that are named.</summary>
internal sealed class NumberList(string expected, WholeNumber number, params int[] lengths) : ValueType<EquatableArray<long>>
{
    public override string Expected => $"{expected}, each {number.Expected}";

    public override Problem? Read(YamlNode node, out EquatableArray<long> value)
    {
        value = default;
        if (node is not YamlSequence sequence)
        {
            return WrongType(node);
        }

        if (lengths.Length > 0 && !lengths.Contains(sequence.Items.Count))
        {
            return OutOfRange(node);
        }

        var numbers = new List<long>();
        foreach (var item in sequence.Items)
        {
            if (number.Read(item, out var read) is { } problem)
            {
                return problem;
            }

            numbers.Add(read);
        }

        value = numbers.ToEquatableArray();
        return null;
    }
}
