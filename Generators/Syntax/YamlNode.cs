using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Syntax;

/// <summary>A value in the file and its place.</summary>
internal abstract record YamlNode(Place Place)
{
    /// <summary>Describes the value in messages.</summary>
    public abstract string Description { get; }
}
