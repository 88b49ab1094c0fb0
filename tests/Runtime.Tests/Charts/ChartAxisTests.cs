using Repro.Runtime.Charts;

namespace Repro.Runtime.Tests.Charts;

public class ChartAxisTests
{
    [Theory]
    [InlineData(0, 1, new[] { 0, 0.2, 0.4, 0.6, 0.8, 1 })]
    [InlineData(1, 299, new double[] { 0, 50, 100, 150, 200, 250, 300 })]
    [InlineData(-0.031, 0.062, new[] { -0.04, -0.02, 0, 0.02, 0.04, 0.06, 0.08 })]
    [InlineData(20000, 61234.5, new double[] { 20000, 30000, 40000, 50000, 60000, 70000 })]
    public void ALinearAxisBeginsAndEndsAtRoundMarks(double least, double most, double[] ticks)
    {
        var axis = ChartAxis.Of([most, least], ChartScale.Linear, 6);
        Assert.Equal(ticks, axis.Ticks);
        Assert.Equal((0, 1), (axis.At(ticks[0]), axis.At(ticks[^1])));
    }

    [Theory]
    [InlineData(1, 12345, new double[] { 1, 10, 100, 1000, 10000 })]
    [InlineData(3, 77, new double[] { 5, 10, 20, 50 })]
    [InlineData(2.1, 4.9, new[] { 2.5, 3, 3.5, 4, 4.5 })]
    [InlineData(1e-30, 1e30, new[] { 1e-22, 1e-11, 1, 1e11, 1e22 })]
    public void ALogarithmicAxisIsMarkedAtPowersOrAtRoundNumbersBetween(double least, double most, double[] ticks)
    {
        var axis = ChartAxis.Of([least, most], ChartScale.Logarithmic, 6);
        Assert.Equal(ticks, axis.Ticks);
        Assert.Equal((0, 1), (axis.At(least), axis.At(most)));
        Assert.Equal(0.5, axis.At(Math.Sqrt(least * most)), 12);
    }

    [Fact]
    public void ATightAxisBeginsAndEndsWithItsValues()
    {
        var axis = ChartAxis.Of([1, 300], ChartScale.Linear, 8, tight: true);
        Assert.Equal([50, 100, 150, 200, 250, 300], axis.Ticks);
        Assert.Equal(0, axis.At(1));
    }

    [Theory]
    [InlineData(ChartScale.Linear)]
    [InlineData(ChartScale.Logarithmic)]
    public void EveryAxisHasMarksAndPlacesThatAreNumbers(ChartScale scale)
    {
        double[][] all =
        [
            [], [double.NaN, double.PositiveInfinity], [0], [5], [-5], [1e-300], [1e-45, 3.4e38], [1, 1 + 1e-9], [7, 7, 7],
            [1, 1.0000000000000002], [float.MaxValue, float.MinValue],
        ];
        foreach (var values in all)
        {
            var axis = ChartAxis.Of(values, scale, 6);
            Assert.All(axis.Ticks, tick => Assert.InRange(axis.At(tick), -1e-9, 1 + 1e-9));
            Assert.All(values.Where(value => ChartAxis.CanShow(value, scale)), value => Assert.InRange(axis.At(value), -1e-9, 1 + 1e-9));
            Assert.InRange(axis.Ticks.Count, 1, 20);
        }
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.001, "0.001")]
    [InlineData(20000, "20000")]
    [InlineData(1e6, "1e6")]
    [InlineData(-2.5e-7, "-2.5e-7")]
    [InlineData(1.00000002e-30, "1.00000002e-30")]
    [InlineData(1.00000000001, "1.00000000001")]
    public void LabelsAreShortAndTellMarksApart(double value, string label) => Assert.Equal(label, ChartAxis.Label(value));
}
