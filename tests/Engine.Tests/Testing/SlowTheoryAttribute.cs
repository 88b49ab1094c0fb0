namespace Repro.Engine.Tests.Testing;

/// <summary>A test of minutes, which runs on demand only: with REPRO_SLOW_TESTS=1.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SlowTheoryAttribute : TheoryAttribute
{
    public SlowTheoryAttribute() =>
        Skip = Environment.GetEnvironmentVariable("REPRO_SLOW_TESTS") == "1" ? null : "It takes minutes. Set REPRO_SLOW_TESTS=1 to run it.";
}
