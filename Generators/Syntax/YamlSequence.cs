using Repro.Generators.Common;
using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Syntax;

/// <summary>A list.</summary>
internal sealed record YamlSequence(EquatableArray<YamlNode> Items, Place Place) : YamlNode(Place)
{
    public override string Description => Items.Count == 0 ? "an empty list" : $"a list of {Items.Count}";
}
