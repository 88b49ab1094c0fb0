namespace Repro.Runtime;

/// <summary>
/// The place in <c>experiments.yaml</c> that a member comes from, as keys: <c>architectures.vae.encoder.1.conv</c>. Items of a list count
/// from 1. An inherited value has the keys of the entry that states it.
/// </summary>
/// <param name="path">The keys, with dots between them.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Method)]
public sealed class YamlAttribute(string path) : Attribute
{
    /// <summary>The keys, with dots between them.</summary>
    public string Path { get; } = path;
}
