namespace TorchSharp.Utils;

/// <summary>The name that <c>RegisterComponents</c> registers a field under, in place of its own.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ComponentNameAttribute : Attribute
{
    /// <summary>The name: not empty, and without dots.</summary>
    public string? Name { get; set; }
}
