using System.Text.RegularExpressions;

namespace Repro.Compat.Tests.Contracts;

/// <summary>The public surface of an official package, as its contract file lists it.</summary>
internal sealed partial class Contract
{
    private readonly Dictionary<string, ContractType> types = new(StringComparer.Ordinal);

    // Those of the framework, and those that a contract names without a type of their own.
    private readonly HashSet<string> valueTypes =
    [
        "bool", "byte", "sbyte", "char", "short", "ushort", "int", "uint", "long", "ulong", "float", "double", "decimal", "Half",
        "CancellationToken", "Range", "PointF",
    ];

    public IReadOnlyDictionary<string, ContractType> Types => types;

    /// <summary>Reads a contract, which may be in several files.</summary>
    public static Contract Parse(params string[] texts)
    {
        var contract = new Contract();
        var lines = texts.SelectMany(text => text.ReplaceLineEndings("\n").Split('\n')).ToList();
        contract.FindValueTypes(lines);
        contract.Read(lines);
        return contract;
    }

    public ContractType Type(string key)
    {
        if (!types.TryGetValue(key, out var type))
        {
            types.Add(key, type = new ContractType(key));
        }

        return type;
    }

    private void FindValueTypes(List<string> lines)
    {
        TypeHeading? heading = null;
        foreach (var line in lines)
        {
            if (line.StartsWith("type ", StringComparison.Ordinal))
            {
                heading = TypeHeading.Parse(line, "");
            }

            if (heading is not null && (Struct().IsMatch(line) || Enum().IsMatch(line)))
            {
                valueTypes.Add(heading.SimpleName);
            }
        }
    }

    private void Read(List<string> lines)
    {
        var macros = new Macros();
        var (@namespace, prefix) = ("", "");
        TypeHeading? heading = null;
        foreach (var raw in lines)
        {
            if (raw.StartsWith("//", StringComparison.Ordinal))
            {
                macros.Read(raw);
                continue;
            }

            var line = Comment().Replace(raw, "").TrimEnd();
            if (NamespaceLine().Match(line) is { Success: true } found)
            {
                @namespace = found.Groups["name"].Value;
            }
            else if (line.StartsWith("type ", StringComparison.Ordinal))
            {
                heading = TypeHeading.Parse(line, @namespace);
                Type(heading.Key).Heading += macros.Expand(heading.Rest);
                prefix = "";
            }
            else if (line.StartsWith('['))
            {
                prefix = line[1..line.IndexOf(']', StringComparison.Ordinal)];
            }
            else if (line.StartsWith(' ') && heading is not null)
            {
                Add(heading, macros.Expand(prefix), macros.Expand(line.Trim()));
            }
            else if (line.Length > 0)
            {
                heading = null;
            }
        }
    }

    private void Add(TypeHeading heading, string prefix, string line)
    {
        var parser = new MemberParser(heading.SimpleName, heading.Generics, valueTypes);
        Type(heading.Key).Members.UnionWith(Alternatives.Expand(line).SelectMany(member => parser.Parse(prefix, member)));
    }

    [GeneratedRegex(@"(^|\s)//.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(namespace |[A-Z]+ \(namespace )(?<name>[\w.]+)")]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^type .*\(.*\bstruct\b")]
    private static partial Regex Struct();

    [GeneratedRegex(@"^\s+enum ")]
    private static partial Regex Enum();
}
