namespace Repro.Cli.Tests.Git;

/// <summary>Tests that need git.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GitTheoryAttribute : TheoryAttribute
{
    public GitTheoryAttribute() => Skip = new GitFactAttribute().Skip;
}
