using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Experiments;

public class ExperimentSettingsTests
{
    [Theory]
    [InlineData(1, 4, 1)]
    [InlineData(4, 4, 1)]
    [InlineData(5, 4, 2)]
    [InlineData(8, 4, 2)]
    [InlineData(3, int.MaxValue, 1)]
    public void AnEpochHasAStepForEachBatch(int images, int batch, int steps) =>
        Assert.Equal(steps, (Tiny.Settings with { BatchSize = batch }).StepsPerEpoch(images));
}
