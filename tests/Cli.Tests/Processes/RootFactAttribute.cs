namespace Repro.Cli.Tests.Processes;

/// <summary>
/// A test in which root gives up its right to ignore permissions; it is skipped, and says why, where that is not possible.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute() =>
        Skip = Mounts.WhyNot
            ?? (Environment.IsPrivilegedProcess ? null : "Only root can mount disks and give up its right to ignore permissions.");
}
