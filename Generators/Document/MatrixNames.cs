using System.Globalization;
using Repro.Generators.Common;
using Repro.Generators.Syntax;

namespace Repro.Generators.Document;

/// <summary>The values of a cell, in its name and in words.</summary>
internal static class MatrixNames
{
    /// <summary>
    /// The part that a value contributes to the name: its texts in their order, joined by '-'; a number in its one form, what a name cannot
    /// have as '_'.
    /// </summary>
    public static string Of(YamlNode value) => string.Join("-", Texts(value).Select(Name));

    /// <summary>A value in one line, for readers.</summary>
    public static string TextOf(YamlNode value) => value is YamlScalar { IsNumber: true } number ? Canonical(number) : value.InOneLine();

    private static IEnumerable<string> Texts(YamlNode value) => value switch
    {
        YamlScalar scalar => [Canonical(scalar)],
        YamlSequence list => list.Items.SelectMany(Texts),
        YamlMapping mapping => mapping.Pairs.SelectMany(pair => Texts(pair.Value).Prepend(pair.Key.Text)),
        _ => [],
    };

    private static string Canonical(YamlScalar scalar) =>
        scalar.IsNumber && decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.Short()
            : scalar.Text;

    private static string Name(string text) =>
        new([.. text.Select(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' ? c : '_')]);
}
