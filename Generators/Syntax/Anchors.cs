using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Syntax;

/// <summary>What the anchors of a file stand for, and how much aliases may make of it.</summary>
internal sealed class Anchors
{
    /// <summary>How many keys and values all aliases together may stand for.</summary>
    public const int MostAliased = 20_000;

    private readonly Dictionary<string, YamlNode> nodes = new(StringComparer.Ordinal);
    private int aliased;

    public IReadOnlyCollection<string> Names => nodes.Keys;

    /// <summary>Keeps a node under a name. A name can be given again, and then stands for the later node.</summary>
    public void Add(string name, YamlNode node) => nodes[name] = node;

    /// <summary>The node that an alias stands for, as if it stood there; <c>null</c> when there is no such anchor before it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="place">Where the alias stands.</param>
    /// <param name="depth">How deep it stands.</param>
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
