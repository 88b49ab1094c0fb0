using Repro.Runtime.Snapshots;

namespace Repro.Runtime.Tests.Fixtures;

/// <summary>A test of what only the exact engine promises; with another it is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ExactFactAttribute : FactAttribute
{
    public ExactFactAttribute() => Skip = WhyNot;

    /// <summary>Why such tests are skipped, or <c>null</c>.</summary>
    public static string? WhyNot { get; } = EngineIdentity.Current.StartsWith("exact", StringComparison.Ordinal)
        ? null : $"Only the exact engine promises it, and this is {EngineIdentity.Current}.";
}
