namespace Repro.Cli.Tests.Processes;

/// <summary>A test with data that sends signals.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SignalTheoryAttribute : TheoryAttribute
{
    public SignalTheoryAttribute() => Skip = Signals.WhyNot;
}
