namespace Repro.Cli.Tests.Processes;

/// <summary>A test that mounts disks; it is skipped, and says why, where that is not possible.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MountFactAttribute : FactAttribute
{
    public MountFactAttribute() => Skip = Mounts.WhyNot;
}
