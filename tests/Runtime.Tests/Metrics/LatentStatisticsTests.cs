using Repro.Runtime.Metrics;

namespace Repro.Runtime.Tests.Metrics;

public class LatentStatisticsTests
{
    [Fact]
    public void ADimensionIsActiveWhenItsVarianceIsMoreThanAHundredth()
    {
        // Variances 0.25 and 0, and two just below and above the limit, 0.01.
        Assert.Equal(2, LatentStatistics.ActiveUnits([[0, 7, -0.0999, -0.1001], [1, 7, 0.0999, 0.1001]]));
    }

    [Fact]
    public void ALoneVectorDoesNotVary() => Assert.Equal(0, LatentStatistics.ActiveUnits([[3, 4]]));

    [Fact]
    public void TheScaleIsTheRootOfTheMeanSquare() =>
        Assert.Equal(Math.Sqrt((9 + 16 + 25 + 0) / 4.0), LatentStatistics.Scale([[3, 4], [5, 0]]));

    [Fact]
    public void VectorsWithoutComponentsHaveNoScale() => Assert.Equal(0, LatentStatistics.Scale([[], []]));
}
