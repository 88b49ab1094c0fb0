using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Syntax;

/// <summary>What stands for a value that could not be computed. It was reported, so nothing more is said of it.</summary>
internal sealed record YamlInvalid(Place Place) : YamlNode(Place)
{
    public override string Description => "invalid";
}
