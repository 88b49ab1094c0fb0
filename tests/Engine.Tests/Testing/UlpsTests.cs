namespace Repro.Engine.Tests.Testing;

/// <summary>The measure itself: known distances, and vectors that find what number by number finds.</summary>
public class UlpsTests
{
    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(1 + (1.0 / (1 << 24)), 1, 0.5)]
    [InlineData(-3, -3.00000024f, 1)]
    [InlineData(0, 1.4e-45f, 1)]
    [InlineData(2.1019476964872256e-45, 1.4e-45f, 0.5)]
    [InlineData(1e39, float.PositiveInfinity, 0)]
    [InlineData(1e39, float.MaxValue, double.PositiveInfinity)]
    [InlineData(double.NaN, float.NaN, 0)]
    [InlineData(double.NaN, 1, double.PositiveInfinity)]
    [InlineData(1, float.NaN, double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity, float.PositiveInfinity, double.PositiveInfinity)]
    public void Distances(double exact, float actual, double expected) => Assert.Equal(expected, Ulps.Between(exact, actual), 9);

    [Fact]
    public void VectorsFindTheLargestDistanceWhereverItIs()
    {
        for (var at = 0; at < 37; at++)
        {
            var actual = Samples.WithSpecial(37, at);
            var exact = Array.ConvertAll(actual, x => (double)x);
            actual[at] = 5;
            exact[at] = 5 + (3.25 / (1 << 21));
            Assert.Equal((3.25, at), Ulps.Worst(exact, actual));
        }
    }
}
