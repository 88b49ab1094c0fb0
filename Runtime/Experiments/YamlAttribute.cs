namespace Repro.Runtime;

/// <summary>
/// The keys that lead to what <c>experiments.yaml</c> says of a member, such as <c>architectures.vae.encoder.1.conv</c>; items of a list count
/// from 1. What an entry inherits has the keys of the entry where it stands.
/// </summary>
/// <param name="path">The keys, with points between them.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Method)]
public sealed class YamlAttribute(string path) : Attribute
{
    /// <summary>The keys, with points between them.</summary>
    public string Path { get; } = path;
}
