using Repro.Runtime.Charts;

namespace Repro.Runtime.Tests.Charts;

public class ChartThinningTests
{
    [Fact]
    public void AShortLineKeepsEveryPoint() => Assert.Equal([0, 1, 2, 3], ChartThinning.Indices([4, 1, 3, 2], 4));

    [Fact]
    public void ALongLineKeepsItsEndsAndEveryPeak()
    {
        double[] values = [.. Enumerable.Range(0, 100_000).Select(i => i == 77_777 ? 9 : i == 12_345 ? -9 : Math.Sin(i / 50.0))];
        var kept = ChartThinning.Indices(values, 500);
        Assert.InRange(kept.Count, 400, 500);
        Assert.Equal(kept.Order(), kept);
        Assert.Equal((0, 99_999), (kept[0], kept[^1]));
        Assert.Contains(77_777, kept);
        Assert.Contains(12_345, kept);
    }
}
