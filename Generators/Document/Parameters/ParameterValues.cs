using System.Globalization;
using System.Text.RegularExpressions;
using Repro.Generators.Common;
using Repro.Generators.Syntax;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Document.Parameters;

/// <summary>Checks and writes the values of parameters.</summary>
internal static class ParameterValues
{
    private const string Expected = "a number, a word, true, false or a list of numbers";

    private static readonly Regex Word = new(@"^[A-Za-z][A-Za-z0-9_]{0,63}\z", RegexOptions.CultureInvariant);

    /// <summary>Whether a node can be a parameter's value; otherwise it is reported.</summary>
    public static bool Check(YamlNode value, bool canBeEmpty, DiagnosticBag diagnostics)
    {
        var isValue = value switch
        {
            YamlInvalid => true,
            YamlScalar { IsEmpty: true } => canBeEmpty,
            YamlScalar scalar => scalar.IsNumber || (scalar.IsPlain && Word.IsMatch(scalar.Text)),
            YamlSequence list => list.Items.All(item => item is YamlInvalid or YamlScalar { IsNumber: true }),
            _ => false,
        };
        if (!isValue)
        {
            diagnostics.Report(Descriptors.WrongType, value.Place, Expected, value.Description);
        }

        return isValue;
    }

    /// <summary>The canonical text of a value.</summary>
    public static string Canonical(YamlNode value) => value switch
    {
        YamlScalar { IsNumber: true } number
            when decimal.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) => parsed.Short(),
        YamlScalar { Truth: { } truth } => truth ? "true" : "false",
        YamlScalar scalar => scalar.Text,
        YamlSequence list => $"[{string.Join(", ", list.Items.Select(Canonical))}]",
        _ => "",
    };

    /// <summary>A value as part of a name: only letters and digits.</summary>
    public static string AsName(YamlNode value) =>
        Regex.Replace(Canonical(value).Replace(".", "p").Replace("-", "m").Replace(", ", "x"), "[^A-Za-z0-9]", "");
}
