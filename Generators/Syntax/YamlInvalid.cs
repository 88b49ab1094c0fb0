using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Syntax;

/// <summary>A value that could not be computed. It was reported, so nothing else is reported for it.</summary>
internal sealed record YamlInvalid(Place Place) : YamlNode(Place)
{
    public override string Description => "invalid";
}
