using System.Text.RegularExpressions;
using Repro.Generators.Common;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Syntax;

/// <summary>A text, a number or a truth value. In quotes it is always text.</summary>
internal sealed record YamlScalar(string Text, bool IsPlain, Place Place) : YamlNode(Place)
{
    /// <summary>The text of the file if the value was computed from parameters: <c>$width * 2</c>.</summary>
    public string? Written { get; init; }

    private static readonly Regex Number = new(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant);

    public bool IsEmpty => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";

    public bool IsNumber => IsPlain && Number.IsMatch(Text);

    /// <summary>Its truth value; <c>null</c> when it is neither <c>true</c> nor <c>false</c>.</summary>
    public bool? Truth => (IsPlain, Text) switch
    {
        (true, "true" or "True" or "TRUE") => true,
        (true, "false" or "False" or "FALSE") => false,
        _ => null,
    };

    public override string Description => Written is null ? Value : $"{Value}, the value of {Written.Quoted()}";

    private string Value =>
        IsEmpty ? "empty"
        : IsNumber && Text.Length <= 40 ? Text
        : Truth is { } truth ? (truth ? "true" : "false")
        : $"the text {Text.Quoted()}";
}
