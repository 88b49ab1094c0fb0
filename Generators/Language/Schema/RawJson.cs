using System.Text.RegularExpressions;

namespace Repro.Generators.Language.Schema;

/// <summary>A value of the file that is valid JSON as it is written.</summary>
internal sealed record RawJson(string Text)
{
    private const string Scalar = @"-?[0-9]+(\.[0-9]+)?(e-?[0-9]+)?|true|false|""[^""\\]*""";

    private static readonly Regex Json = new($@"^({Scalar}|\{{\}}|\[\]|\[({Scalar})(, ({Scalar}))*\])\z", RegexOptions.CultureInvariant);

    private static readonly Regex Word = new(@"^[a-z_]+\z", RegexOptions.CultureInvariant);

    /// <summary>The same value in JSON; <c>null</c> when it cannot be copied as it is.</summary>
    public static object? Of(string yaml) => Json.IsMatch(yaml) ? new RawJson(yaml) : Word.IsMatch(yaml) ? yaml : null;
}
