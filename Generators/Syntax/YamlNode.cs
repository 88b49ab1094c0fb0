using Repro.Generators.Syntax.Diagnostics;

namespace Repro.Generators.Syntax;

/// <summary>A value in the file and where it stands.</summary>
internal abstract record YamlNode(Place Place)
{
    /// <summary>What a message says was found here.</summary>
    public abstract string Description { get; }
}
