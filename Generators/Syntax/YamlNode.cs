using Repro.Generators.Diagnostics;

namespace Repro.Generators.Yaml;

/// <summary>A value in the file and where it stands.</summary>
internal abstract record YamlNode(Place Place)
{
    /// <summary>What a message says was found here.</summary>
    public abstract string Description { get; }
}
