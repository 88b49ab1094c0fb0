namespace Repro.Cli.Tests.Faults;

/// <summary>A test that makes operations on files fail; it is skipped, and says why, where that is not possible.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FaultFactAttribute : FactAttribute
{
    public FaultFactAttribute() => Skip = FaultLibrary.WhyNot;
}
