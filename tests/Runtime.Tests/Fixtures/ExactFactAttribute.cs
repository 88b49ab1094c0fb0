using Repro.Runtime.Snapshots;

namespace Repro.Runtime.Tests.Fixtures;

/// <summary>A test of a promise that only the exact engine makes. With other engines it is skipped, with this reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ExactFactAttribute : FactAttribute
{
    public ExactFactAttribute() => Skip = WhyNot;

    /// <summary>The reason to skip such tests; <c>null</c> with the exact engine.</summary>
    public static string? WhyNot { get; } = EngineIdentity.Current.StartsWith("exact", StringComparison.Ordinal)
        ? null : $"Only the exact engine promises it, and this is {EngineIdentity.Current}.";
}
