using System.Reflection;

namespace Repro.Compat.Tests.Snapshots;

public sealed class VerifierTests
{
    [Fact]
    public Task A_snapshot_beside_the_source_file_is_found() => Verify("committed\nbeside this file");

    [Fact]
    public void The_running_test_is_known() => Assert.Equal(nameof(The_running_test_is_known), UseVerifyAttribute.GetMethod().Name);

    [Fact]
    public void The_build_tells_where_project_and_solution_are()
    {
        var metadata = typeof(VerifierTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .ToDictionary(attribute => attribute.Key, attribute => attribute.Value, StringComparer.Ordinal);

        Assert.True(File.Exists(Path.Combine(metadata["Verify.ProjectDirectory"]!, "Repro.Compat.Tests.csproj")));
        Assert.True(File.Exists(Path.Combine(metadata["Verify.SolutionDirectory"]!, "Repro.sln")));
        Assert.Equal("Repro.Compat.Tests", metadata["Verify.ProjectName"]);
        Assert.Equal("Repro", metadata["Verify.SolutionName"]);
    }
}
