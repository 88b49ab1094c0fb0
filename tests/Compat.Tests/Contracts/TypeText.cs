using System.Text.RegularExpressions;

namespace Repro.Compat.Tests.Contracts;

/// <summary>
/// Writes a type of a contract the way <see cref="ReflectedType"/> writes one: no namespaces and outer types, generic parameters
/// by position, <c>?</c> on value types only.
/// </summary>
internal sealed partial class TypeText(IReadOnlyDictionary<string, string> generics, IReadOnlySet<string> valueTypes)
{
    public string Normalize(string text)
    {
        var type = text.Trim();
        if (type.EndsWith('?'))
        {
            var inner = Normalize(type[..^1]);
            return valueTypes.Contains(inner) || (inner.StartsWith('(') && inner.EndsWith(')')) ? inner + "?" : inner;
        }

        if (type.EndsWith(']'))
        {
            var open = type.LastIndexOf('[');
            return Normalize(type[..open]) + type[open..];
        }

        if (type.StartsWith('('))
        {
            return $"({string.Join(", ", Balanced.Split(type[1..^1], ',').Select(Element))})";
        }

        var arguments = type.IndexOf('<', StringComparison.Ordinal);
        return arguments < 0
            ? Simple(type)
            : $"{Simple(type[..arguments])}<{string.Join(", ", Balanced.Split(type[(arguments + 1)..^1], ',').Select(Normalize))}>";
    }

    /// <summary>A type followed by a name, or alone.</summary>
    public (string Type, string? Name) NormalizeNamed(string text)
    {
        var trimmed = text.Trim();
        var space = Balanced.TopLevel(trimmed).LastOrDefault(i => trimmed[i] == ' ', -1);
        return space < 0 ? (Normalize(trimmed), null) : (Normalize(trimmed[..space]), trimmed[(space + 1)..]);
    }

    private string Element(string text) => NormalizeNamed(text) is var (type, name) && name is null ? type : $"{type} {name}";

    private string Simple(string name)
    {
        var simple = Qualifier().Replace(name.Trim(), "");
        return generics.GetValueOrDefault(simple, simple);
    }

    [GeneratedRegex(@"^(\w+\.)+")]
    private static partial Regex Qualifier();
}
