using Repro.Runtime.Metrics;

namespace Repro.Runtime.Tests.Metrics;

public class StatisticsTests
{
    [Fact]
    public void MeanAndDeviation()
    {
        Assert.Equal(5, Statistics.Mean([2, 4, 4, 4, 5, 5, 7, 9]));
        Assert.Equal(Math.Sqrt(32 / 7.0), Statistics.StandardDeviation([2, 4, 4, 4, 5, 5, 7, 9]));
    }

    [Fact]
    public void ASingleValueHasNoSpread() => Assert.Equal(0, Statistics.StandardDeviation([3]));
}
