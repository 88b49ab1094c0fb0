using System.Text.RegularExpressions;

namespace Repro.Compat.Tests.Contracts;

/// <summary>The line of a contract that begins a type: <c>type Image&lt;TPixel&gt; : Base (remarks)</c>.</summary>
internal sealed partial record TypeHeading(string Key, string SimpleName, IReadOnlyList<string> Generics, string Rest)
{
    public static TypeHeading Parse(string line, string @namespace)
    {
        var match = Shape().Match(line);
        var name = match.Groups["name"].Value;
        IReadOnlyList<string> generics = match.Groups["generics"].Success
            ? [.. match.Groups["generics"].Value.Split(',').Select(generic => generic.Trim().Split(' ')[^1])]
            : [];
        var rest = match.Groups["rest"].Value;
        var arity = generics.Count == 0 ? "" : $"`{generics.Count}";
        return new TypeHeading($"{Namespace(rest, @namespace)}.{name}{arity}", name[(name.LastIndexOf('.') + 1)..], generics, rest);
    }

    private static string Namespace(string rest, string @namespace) =>
        Remark().Match(rest) is { Success: true } remark ? remark.Groups["name"].Value : @namespace;

    [GeneratedRegex(@"^type (?<name>[\w.`]+)(<(?<generics>[^>]*)>)?(?<rest>.*)$")]
    private static partial Regex Shape();

    [GeneratedRegex(@"\(.*\bnamespace (?<name>[\w.]+)")]
    private static partial Regex Remark();
}
