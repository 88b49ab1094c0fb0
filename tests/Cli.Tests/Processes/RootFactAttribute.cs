namespace Repro.Cli.Tests.Processes;

/// <summary>A test that runs the program as another user; it is skipped, and says why, where that is not possible.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute() =>
        Skip = Mounts.WhyNot ?? (Environment.IsPrivilegedProcess ? null : "Only root can start a process of another user.");
}
