using Repro.Generators.Common;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Syntax;

/// <summary>Keys and their values in the order of the file. Each key is unique.</summary>
internal sealed record YamlMapping(EquatableArray<YamlPair> Pairs, Place Place) : YamlNode(Place)
{
    public override string Description => Pairs.Count switch
    {
        0 => "an empty mapping",
        1 => "a mapping of 1 key",
        var count => Invariant($"a mapping of {count} keys"),
    };

    public YamlPair? Find(string key) => Pairs.FirstOrDefault(pair => pair.Key.Text == key);
}

/// <summary>A key and its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
/// <param name="IsInherited">Whether the entry inherits it from another.</param>
internal sealed record YamlPair(YamlScalar Key, YamlNode Value, bool IsInherited = false);
