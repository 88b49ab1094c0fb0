namespace Repro.Cli.Tests.Processes;

/// <summary>A test with data that runs shell scripts.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ShellTheoryAttribute : TheoryAttribute
{
    public ShellTheoryAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has no /bin/sh." : null;
}
