using System.Globalization;
using System.Xml.Linq;
using Repro.Runtime.Charts;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Charts;

/// <summary><see cref="LineChartSvg"/> and <see cref="LossChart"/>.</summary>
public class LineChartSvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void EachLineGoesThroughItsPoints()
    {
        var chart = new LineChart("a title", "epoch", "loss", [Series("falling", 8, 4, 0), Series("rising", 0, 2, 8)]);
        var root = Parse(chart);
        Assert.Equal("a title", root.Element(Svg + "title")!.Value);
        Assert.Equal("falling: 8 at epoch 1, 0 at epoch 3. rising: 0 at epoch 1, 8 at epoch 3.", root.Element(Svg + "desc")!.Value);
        var (falling, rising) = (Points(root, 0), Points(root, 1));
        Assert.Equal([76, 388, 700], falling.Select(point => point.X));
        Assert.Equal((falling[0].Y, falling[2].Y), (rising[2].Y, rising[0].Y));
        Assert.Equal((falling[0].Y + falling[2].Y) / 2, falling[1].Y, 2);
        Assert.Equal(352, falling[2].Y);
        Assert.Contains(root.Elements(Svg + "text"), text => text.Value == "rising");
    }

    [Fact]
    public void OnALogarithmicAxisEqualRatiosAreEqualDistances()
    {
        var points = Points(Parse(new LineChart("t", "x", "y", [Series("s", 1000, 100, 10)], ChartScale.Logarithmic)), 0);
        Assert.Equal(points[1].Y - points[0].Y, points[2].Y - points[1].Y, 1);
    }

    [Fact]
    public void AValueThatCannotBeDrawnInterruptsItsLine()
    {
        var root = Parse(new LineChart("t", "x", "y", [Series("s", 1, 2, double.NaN, 4, 0, 5)], ChartScale.Logarithmic));
        Assert.Equal(3, Path(root, 0).Count(c => c == 'M'));
        Assert.DoesNotContain("NaN", Path(root, 0), StringComparison.Ordinal);
    }

    [Fact]
    public void ALongLineIsDrawnWithFewPoints()
    {
        var root = Parse(new LineChart("t", "x", "y", [Series("s", [.. Enumerable.Range(0, 100_000).Select(i => (double)i)])]));
        Assert.InRange(Points(root, 0).Count, 1000, 1300);
    }

    [Fact]
    public void AnyTextIsTextInTheFile()
    {
        var hostile = "</title><script>\"'&\u0001\uFFFF\u00e9\ud83d\ude00";
        var root = Parse(new LineChart(hostile, hostile, hostile, [new ChartSeries(hostile, [])]));
        Assert.Equal("</title><script>\"'&é😀", root.Element(Svg + "title")!.Value);
        Assert.Empty(root.Descendants(Svg + "script"));
    }

    [Fact]
    public void TwoRunsAreDrawnAsFarAsEachGoes()
    {
        var chart = LossChart.Of(
            "t", "kl divergence", Samples.Epochs(3),
            [.. Samples.Epochs(5).Select(epoch => epoch with { Terms = epoch.Epoch == 2 ? [] : epoch.Terms })]);
        Assert.Equal(["before", "after"], chart.Series.Select(line => line.Name));
        Assert.Equal([1, 2, 3], chart.Series[0].Points.Select(point => point.X));
        Assert.Equal([1, 3, 4, 5], chart.Series[1].Points.Select(point => point.X));
        Assert.Equal((0.5f / 3, "kl divergence", ChartScale.Logarithmic), (chart.Series[0].Points[2].Y, chart.YLabel, chart.YScale));
    }

    [Theory]
    [MemberData(nameof(Cultures.NumberSigns), MemberType = typeof(Cultures))]
    public void TheTextIsTheSameInEveryCulture(string culture, string decimalSign, string minus)
    {
        Assert.NotNull(culture);
        var chart = LossChart.Of("t", Samples.Epochs(7));
        var text = LineChartSvg.Write(chart);
        Assert.Equal(text, Cultures.In(decimalSign, minus, () => LineChartSvg.Write(chart)));
        Assert.DoesNotContain('\r', text);
    }

    [Fact]
    public void TheLossesOfARunAreLinesOnALogarithmicAxis()
    {
        var chart = LossChart.Of("t", Samples.Epochs(3));
        Assert.Equal(["loss", "squared_error", "kl divergence"], chart.Series.Select(series => series.Name));
        Assert.Equal([new(1, 1000.5f), new(2, 1000.5f / 2), new(3, 1000.5f / 3)], chart.Series[0].Points);
        Assert.Equal(ChartScale.Logarithmic, chart.YScale);
    }

    [Fact]
    public void LossesBelowZeroAreOnALinearAxis()
    {
        var chart = LossChart.Of("t", [Samples.Epochs(1)[0] with { Loss = -1, Validation = [new("validation loss", float.NaN)] }]);
        Assert.Equal(ChartScale.Linear, chart.YScale);
        Assert.Equal(["loss", "squared_error", "kl divergence", "validation loss"], chart.Series.Select(series => series.Name));
        Assert.Equal(3, Enumerable.Range(0, 4).Count(i => Path(Parse(chart), i).Length > 0));
    }

    private static ChartSeries Series(string name, params double[] values) =>
        new(name, [.. values.Select((value, i) => new ChartPoint(i + 1, value))]);

    private static XElement Parse(LineChart chart) => XDocument.Parse(LineChartSvg.Write(chart)).Root!;

    private static string Path(XElement root, int line) => root.Elements(Svg + "path").ElementAt(line).Attribute("d")!.Value;

    private static List<(double X, double Y)> Points(XElement root, int line) =>
    [
        .. Path(root, line).Replace("h0", "", StringComparison.Ordinal).Split(['M', 'L'], StringSplitOptions.RemoveEmptyEntries)
            .Select(point => point.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray())
            .Select(numbers => (numbers[0], numbers[1])),
    ];
}
