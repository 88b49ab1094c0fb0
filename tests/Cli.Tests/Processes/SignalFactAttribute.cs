namespace Repro.Cli.Tests.Processes;

/// <summary>A test that sends signals.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SignalFactAttribute : FactAttribute
{
    public const string? WindowsHasNone = "Windows has no signals that one process can send another.";

    public SignalFactAttribute() => Skip = OperatingSystem.IsWindows() ? WindowsHasNone : null;
}
