using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Syntax;

/// <summary>The nodes that a file's anchors name, and a limit on what aliases repeat.</summary>
internal sealed class Anchors
{
    /// <summary>How many keys and values all aliases together may repeat.</summary>
    public const int MostAliased = 20_000;

    private readonly Dictionary<string, YamlNode> nodes = new(StringComparer.Ordinal);
    private int aliased;

    public IReadOnlyCollection<string> Names => nodes.Keys;

    /// <summary>Keeps a node under a name. A later node of the same name replaces it.</summary>
    public void Add(string name, YamlNode node) => nodes[name] = node;

    /// <summary>The node that an alias names, moved to the alias; <c>null</c> when no such anchor comes before it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="place">The place of the alias.</param>
    /// <param name="depth">The level of nesting of the alias.</param>
    public YamlNode? Find(string name, Place place, int depth)
    {
        if (!nodes.TryGetValue(name, out var node))
        {
            return null;
        }

        Count(node, place, depth);
        return node with { Place = place };
    }

    private void Count(YamlNode node, Place alias, int depth)
    {
        if (depth > YamlLimits.Depth)
        {
            throw new UnreadableYamlException(Descriptors.Limit, alias, Invariant($"{YamlLimits.Depth}"), "levels of nesting");
        }

        if (++aliased > MostAliased)
        {
            throw new UnreadableYamlException(Descriptors.Limit, alias, Invariant($"{MostAliased}"), "keys and values by aliases");
        }

        foreach (var part in Parts(node))
        {
            Count(part, alias, depth + 1);
        }
    }

    private static IEnumerable<YamlNode> Parts(YamlNode node) => node switch
    {
        YamlSequence list => list.Items,
        YamlMapping mapping => mapping.Pairs.Select(pair => pair.Value),
        _ => [],
    };
}
