using System.Globalization;
using Repro.Generators.Common;
using Repro.Generators.Syntax;

namespace Repro.Generators.Document;

/// <summary>Writes the values of a cell, for its name and for readers.</summary>
internal static class MatrixNames
{
    /// <summary>
    /// A value as part of a name: its texts in order, joined by '-'. Numbers have their canonical form; other characters become '_'.
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
