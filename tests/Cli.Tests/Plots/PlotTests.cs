using Repro.Cli.Plots;

namespace Repro.Cli.Tests.Plots;

/// <summary><see cref="PlotScale"/>, <see cref="Sparkline"/> and <see cref="BraillePlot"/>.</summary>
public class PlotTests
{
    [Fact]
    public void PositiveValuesHaveALogarithmicScale()
    {
        var scale = PlotScale.Of([100, 1, float.NaN, 10]);
        Assert.Equal((true, 1f, 100f), (scale.Logarithmic, scale.Least, scale.Most));
        Assert.Equal([0, 0.5, 1, null], new[] { 1, 10, 100, float.PositiveInfinity }.Select(scale.Height));
    }

    [Fact]
    public void OthersHaveALinearOne()
    {
        var scale = PlotScale.Of([-1, 0, 1]);
        Assert.Equal((false, 0.5), (scale.Logarithmic, scale.Height(0)));
    }

    [Fact]
    public void EqualValuesAreInTheMiddle() => Assert.Equal(0.5, PlotScale.Of([3, 3]).Height(3));

    [Theory]
    [InlineData("▁▂▃▄▅▆▇█", 8, 0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f)]
    [InlineData("▁█", 2, 0f, 0f, 7f, 7f)]
    [InlineData("▁ █", 3, 0f, float.NaN, 7f)]
    [InlineData("", 3)]
    public void ASparklineHasACharacterForEachStretch(string expected, int width, params float[] values) =>
        Assert.Equal(expected, Sparkline.Draw(values, PlotScale.Of(values), width));

    [Fact]
    public void ACurveHasADotForEachColumnOfDots()
    {
        // Two values, one column of dots each: at the top left, and to the bottom right, which a line joins with it.
        Assert.Equal(["⢹", "⢸"], BraillePlot.Draw([1, 0], PlotScale.Of([1, 0]), 1, 2));
        Assert.Equal(["⠀⠀", "⣀⣀"], BraillePlot.Draw([0, 0, 0, 0], PlotScale.Of([0, 5]), 2, 2));
    }

    [Fact]
    public void APeakOfOneValueAmongManyIsSeen()
    {
        var values = Enumerable.Range(0, 1000).Select(i => i == 501 ? 1f : 0f).ToList();
        var lines = BraillePlot.Draw(values, PlotScale.Of(values), 10, 2);
        Assert.Equal("⠀⠀⠀⠀⠀⡇⠀⠀⠀⠀", lines[0]);
    }

    [Fact]
    public void ManyValuesAndFewBothFillTheWidth()
    {
        foreach (var count in new[] { 1, 2, 7, 79, 80, 1000 })
        {
            var values = Enumerable.Range(0, count).Select(i => (float)i).ToList();
            var lines = BraillePlot.Draw(values, PlotScale.Of(values), 40, 5);
            Assert.Equal(5, lines.Count);
            Assert.All(lines, line => Assert.Equal(40, line.Length));
            Assert.All(Enumerable.Range(0, 40), column => Assert.Contains(lines, line => line[column] != '\u2800'));
        }
    }

    [Fact]
    public void NothingIsBlank() => Assert.Equal(["⠀⠀"], BraillePlot.Draw([], PlotScale.Of([]), 2, 1));
}
