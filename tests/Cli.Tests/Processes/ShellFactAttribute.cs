namespace Repro.Cli.Tests.Processes;

/// <summary>A test that runs shell scripts; it is skipped, and says why, where there is no shell.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute() => Skip = OperatingSystem.IsWindows() ? "Windows has no /bin/sh." : null;
}
