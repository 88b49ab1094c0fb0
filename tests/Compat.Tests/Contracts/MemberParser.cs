using System.Text.RegularExpressions;

namespace Repro.Compat.Tests.Contracts;

/// <summary>Parses one member of a contract, its macros and alternatives expanded.</summary>
/// <param name="typeName">The simple name of the type it belongs to.</param>
/// <param name="typeGenerics">The generic parameters of that type.</param>
/// <param name="valueTypes">The types on which <c>?</c> makes a difference.</param>
internal sealed partial class MemberParser(
    string typeName, IReadOnlyList<string> typeGenerics, IReadOnlySet<string> valueTypes)
{
    private static readonly HashSet<string> Modifiers =
        ["static", "virtual", "abstract", "override", "readonly", "protected", "private", "new", "sealed"];

    /// <param name="prefix">The modifiers, and the return type if any, that stand in brackets above the line.</param>
    /// <param name="line">The member.</param>
    public IReadOnlyList<string> Parse(string prefix, string line)
    {
        var text = Constraint().Replace(line, "").Trim();
        if (text.StartsWith("enum ", StringComparison.Ordinal))
        {
            return [.. text[5..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(EnumValue)];
        }

        if (text.StartsWith("delegate ", StringComparison.Ordinal))
        {
            return [Callable("", text[9..])];
        }

        var (prefixModifiers, returns) = TakeModifiers(prefix);
        var (ownModifiers, member) = TakeModifiers(text);
        var modifiers = Written([.. prefixModifiers, .. ownModifiers]);
        if (PropertyShape().Match(member) is { Success: true } property)
        {
            return [.. Accessors(modifiers, property.Groups["head"].Value, property.Groups["accessors"].Value)];
        }

        if (ConversionShape().Match(member) is { Success: true } conversion)
        {
            return [Conversion(conversion)];
        }

        if (!member.Contains('('))
        {
            var (type, name) = Types([]).NormalizeNamed(member);
            return [Signature.Field(modifiers, type, name!)];
        }

        return [Callable(modifiers, returns.Length == 0 ? member : $"{returns} {member}")];
    }

    private static string EnumValue(string text)
    {
        var parts = text.Split('=');
        return Signature.EnumValue(parts[0], parts[1]);
    }

    private static (IReadOnlyList<string> Taken, string Left) TakeModifiers(string text)
    {
        var words = text.Split(' ');
        var count = words.TakeWhile(Modifiers.Contains).Count();
        return (words[..count], string.Join(' ', words[count..]));
    }

    private static string Written(IReadOnlyList<string> modifiers) =>
        (modifiers.Contains("static") ? "static " : "") + (modifiers.Contains("protected") ? "protected " : "");

    private string Callable(string modifiers, string text)
    {
        var open = ParameterList(text);
        var parameters = text[(open + 1)..text.LastIndexOf(')')];
        var (returns, name, generics) = SplitHead(text[..open].Trim());
        var types = Types(generics);
        var written = Parameters(types, parameters);
        return returns.Length == 0 && name == typeName
            ? Signature.Constructor(modifiers, written)
            : Signature.Method(modifiers, types.Normalize(returns), name, generics.Count, written);
    }

    // The parenthesis after a name or an operator; one after a space or at the start opens a tuple.
    private static int ParameterList(string text)
    {
        var symbol = OperatorName().Match(text);
        return symbol.Success
            ? symbol.Index + symbol.Length
            : Balanced.TopLevel(text).First(i => text[i] == '(' && i > 0 && text[i - 1] != ' ');
    }

    private static (string Returns, string Name, IReadOnlyList<string> Generics) SplitHead(string head)
    {
        if (OperatorName().Match(head + "(") is { Success: true } symbol)
        {
            return (head[..symbol.Index], $"operator {symbol.Groups["symbol"].Value}", []);
        }

        var space = Balanced.TopLevel(head).LastOrDefault(i => head[i] == ' ', -1);
        var (returns, name) = (head[..Math.Max(space, 0)], head[(space + 1)..]);
        var open = name.IndexOf('<', StringComparison.Ordinal);
        return open < 0
            ? (returns, name, [])
            : (returns, name[..open], [.. name[(open + 1)..^1].Split(',').Select(generic => generic.Trim())]);
    }

    private string Conversion(Match conversion)
    {
        var types = Types([]);
        return Signature.Conversion(
            conversion.Groups["kind"].Value,
            types.Normalize(conversion.Groups["type"].Value),
            Parameters(types, conversion.Groups["parameters"].Value));
    }

    private IEnumerable<string> Accessors(string modifiers, string head, string accessors)
    {
        var types = Types([]);
        var open = Balanced.TopLevel(head).FirstOrDefault(i => head[i] == '[' && head[..i].EndsWith(" this", StringComparison.Ordinal), -1);
        var (type, name) = types.NormalizeNamed(open < 0 ? head : head[..open]);
        var indices = open < 0 ? [] : Parameters(types, head[(open + 1)..head.LastIndexOf(']')]);
        foreach (var accessor in accessors.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (accessor.StartsWith("private ", StringComparison.Ordinal))
            {
                continue;
            }

            var kind = accessor[(accessor.LastIndexOf(' ') + 1)..];
            yield return Signature.Accessor(modifiers, kind, type, name!, indices);
            if (kind == "set")
            {
                // Whoever may set it may be restricted to setting it in an initializer.
                yield return Signature.Accessor(modifiers, "init", type, name!, indices);
            }
        }
    }

    private static IReadOnlyList<string> Parameters(TypeText types, string text) =>
        text.Trim().Length == 0 ? [] : [.. Balanced.Split(text, ',').Select(parameter => Parameter(types, parameter.Trim()))];

    private static string Parameter(TypeText types, string text)
    {
        var modifiers = ParameterModifiers().Match(text).Value;
        var rest = text[modifiers.Length..];
        var equals = Balanced.TopLevel(rest).FirstOrDefault(i => rest[i] == '=', -1);
        var (type, name) = types.NormalizeNamed(equals < 0 ? rest : rest[..equals]);
        return Signature.Parameter(modifiers, type, name, equals < 0 ? null : Default(rest[(equals + 1)..].Trim()));
    }

    private static string Default(string text) =>
        char.IsDigit(text[^1]) && (char.IsDigit(text[0]) || text[0] == '-') ? Signature.Number(text)
        : text.StartsWith('"') ? text
        : text[(text.LastIndexOf('.') + 1)..];

    private TypeText Types(IReadOnlyList<string> methodGenerics)
    {
        var generics = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < typeGenerics.Count; i++)
        {
            generics[typeGenerics[i]] = $"!{i}";
        }

        for (var i = 0; i < methodGenerics.Count; i++)
        {
            generics[methodGenerics[i]] = $"!!{i}";
        }

        return new TypeText(generics, valueTypes);
    }

    [GeneratedRegex(@"\swhere \w+ : .*$")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"^(?<head>.*?)\s*\{(?<accessors>[^{}]*\b(get|set|init);[^{}]*)\}$")]
    private static partial Regex PropertyShape();

    [GeneratedRegex(@"^(?<kind>implicit|explicit) operator (?<type>[^(]+)\((?<parameters>.*)\)$")]
    private static partial Regex ConversionShape();

    [GeneratedRegex(@"\s*\boperator (?<symbol>[^\w\s(]+)(?=\()")]
    private static partial Regex OperatorName();

    [GeneratedRegex(@"^((this|params|ref|out|in) )*")]
    private static partial Regex ParameterModifiers();
}
