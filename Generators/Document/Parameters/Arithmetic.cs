using System.Globalization;
using System.Text.RegularExpressions;
using Repro.Generators.Common;
using Repro.Generators.Language.Schema;
using Repro.Generators.Syntax;

namespace Repro.Generators.Document.Parameters;

/// <summary>Computes values that are written with parameters: <c>$width</c>, <c>$width * 2</c>, <c>$size / 8</c>.</summary>
internal static class Arithmetic
{
    private const string Operand = @"(?:\$[A-Za-z][A-Za-z0-9_]*|[0-9]+)";

    private const string SchemaPattern = $"^(?=.*\\$){Operand}(?: *[*/] *{Operand})*$";

    private static readonly Regex Form = new($@"^({Operand})(?: *([*/]) *({Operand}))*\z", RegexOptions.CultureInvariant);

    /// <summary>The JSON schema of such a value.</summary>
    public static JsonObject Schema() => new()
    {
        { "type", "string" },
        { "pattern", SchemaPattern },
        { "description", "A parameter, or whole numbers and parameters multiplied and divided." },
    };

    /// <summary>Whether a scalar must be computed: it has no quotes, and a parameter.</summary>
    public static bool Concerns(YamlScalar scalar) => scalar.IsPlain && scalar.Text.IndexOf('$') >= 0;

    /// <summary>The names of the parameters in a text, or <c>null</c> when it has another form.</summary>
    public static IReadOnlyList<string>? NamesIn(string text) =>
        Form.IsMatch(text) ? [.. Operands(Form.Match(text)).Where(IsName).Select(operand => operand.Substring(1))] : null;

    /// <summary>The value of a text. A parameter alone has any value; a computation gives a whole number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="values">The parameters.</param>
    /// <param name="problem">Why it has no value; <c>null</c> when it has one.</param>
    public static YamlNode? Compute(string text, IReadOnlyDictionary<string, YamlNode> values, out string? problem)
    {
        problem = null;
        var match = Form.Match(text);
        var operands = Operands(match).ToArray();
        if (operands.Length == 1 && IsName(operands[0]))
        {
            return values[operands[0].Substring(1)];
        }

        var result = 0L;
        for (var i = 0; i < operands.Length; i++)
        {
            if (Number(operands[i], values) is not { } number)
            {
                problem = $"{operands[i]} is {Described(operands[i], values)}, and only whole numbers from 0 to {int.MaxValue} can be "
                    + "multiplied and divided";
                return null;
            }

            var isDivision = i > 0 && match.Groups[2].Captures[i - 1].Value == "/";
            if (isDivision && (number == 0 || result % number != 0))
            {
                problem = Invariant($"{result} / {number} is not a whole number");
                return null;
            }

            result = i == 0 ? number : isDivision ? result / number : result * number;
            if (result > int.MaxValue)
            {
                problem = Invariant($"it is more than {int.MaxValue}");
                return null;
            }
        }

        return new YamlScalar(result.ToString(CultureInfo.InvariantCulture), true, default);
    }

    private static IEnumerable<string> Operands(Match match) =>
        match.Groups[3].Captures.Cast<Capture>().Select(capture => capture.Value).Prepend(match.Groups[1].Value);

    private static bool IsName(string operand) => operand[0] == '$';

    private static int? Number(string operand, IReadOnlyDictionary<string, YamlNode> values)
    {
        var text = !IsName(operand) ? operand : values[operand.Substring(1)] is YamlScalar { IsNumber: true } number ? number.Text : "";
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static string Described(string operand, IReadOnlyDictionary<string, YamlNode> values) =>
        IsName(operand) ? values[operand.Substring(1)].Description : operand.Quoted();
}
