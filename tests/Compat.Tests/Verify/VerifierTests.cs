using System.Reflection;

namespace Repro.Compat.Tests.Snapshots;

public sealed class VerifierTests
{
    [Fact]
    public Task ASnapshotBesideTheSourceFileIsFound() => Verify("committed\nbeside this file");

    [Fact]
    public void TheRunningTestIsKnown() => Assert.Equal(nameof(TheRunningTestIsKnown), UseVerifyAttribute.GetMethod().Name);

    [Fact]
    public void TheBuildTellsWhereProjectAndSolutionAre()
    {
        var metadata = typeof(VerifierTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .ToDictionary(attribute => attribute.Key, attribute => attribute.Value, StringComparer.Ordinal);

        Assert.True(File.Exists(Path.Combine(metadata["Verify.ProjectDirectory"]!, "Repro.Compat.Tests.csproj")));
        Assert.True(File.Exists(Path.Combine(metadata["Verify.SolutionDirectory"]!, "Repro.sln")));
        Assert.Equal("Repro.Compat.Tests", metadata["Verify.ProjectName"]);
        Assert.Equal("Repro", metadata["Verify.SolutionName"]);
    }
}
