using System.Runtime.InteropServices;
using Repro.Runtime.Runs;
using Repro.Runtime.Snapshots;

namespace Repro.Runtime.Tests.Runs;

public class MachineDescriptionTests
{
    [Fact]
    public void ItSaysSystemProcessorFrameworkAndKernelsInOneLine()
    {
        var parts = MachineDescription.Current.Split("; ");
        Assert.Equal(RuntimeInformation.OSDescription, parts[0]);
        Assert.StartsWith($"{RuntimeInformation.ProcessArchitecture}", parts[1], StringComparison.Ordinal);
        Assert.Equal(RuntimeInformation.FrameworkDescription, parts[^2]);
        Assert.Equal(EngineIdentity.Machine, parts[^1]);
        Assert.DoesNotContain('\n', MachineDescription.Current);
    }
}
