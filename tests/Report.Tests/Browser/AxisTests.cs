using System.Globalization;
using Repro.Runtime.Charts;

namespace Repro.Report.Tests.Browser;

/// <summary>The axes of the page, drawn anew at every width and scale, have the marks of the charts among the files of a run.</summary>
public class AxisTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Marks = """
        ranges => ranges.map(([least, most, log, marks]) => {
          const [from, to] = range([least, most], log);
          const found = ticks(from, to, log, marks);
          return [from, to, ...found].map(String).concat(found.map(label)).join(' ');
        })
        """;

    [BrowserFact]
    public async Task TheMarksAreThoseOfTheCharts()
    {
        (double Least, double Most, bool Log, int Count)[] ranges = [.. Ranges()];
        await using var page = await chromium.Open([Results.WithoutResults("a")]);
        var found = await page.Page.EvaluateAsync<string[]>(
            $"ranges => {{ {ReportPage.Resource("axis.js")}; return ({Marks})(ranges); }}",
            ranges.Select(range => new object[] { range.Least, range.Most, range.Log, range.Count }).ToArray());
        for (var i = 0; i < ranges.Length; i++)
        {
            var (least, most, log, count) = ranges[i];
            var axis = ChartAxis.Of([least, most], log ? ChartScale.Logarithmic : ChartScale.Linear, count, tight: true);
            var parts = found[i].Split(' ');
            var marks = parts[2..((parts.Length / 2) + 1)];
            Assert.Equal(axis.Ticks, marks.Select(mark => double.Parse(mark, CultureInfo.InvariantCulture)));
            Assert.Equal(axis.Ticks.Select(ChartAxis.Label), parts[((parts.Length / 2) + 1)..]);
            Assert.Equal(0, axis.At(double.Parse(parts[0], CultureInfo.InvariantCulture)), 1e-12);
            Assert.Equal(1, axis.At(double.Parse(parts[1], CultureInfo.InvariantCulture)), 1e-12);
        }
    }

    // What losses are, whole powers of ten and their neighbours, hardly any difference, none, and whatever else a fixed generator gives.
    private static IEnumerable<(double Least, double Most, bool Log, int Count)> Ranges()
    {
        foreach (var log in (bool[])[false, true])
        {
            for (var exponent = -30; exponent <= 30; exponent++)
            {
                var power = double.Parse(string.Create(CultureInfo.InvariantCulture, $"1e{exponent}"), CultureInfo.InvariantCulture);
                foreach (var factor in (double[])[1, 1.0000001, 1.5, 3, 10, 12345])
                {
                    yield return (power, power * factor, log, 6);
                    yield return (Math.BitDecrement(power), power * factor, log, 5);
                }
            }

            var random = new Random(1);
            for (var i = 0; i < 3000; i++)
            {
                var least = Math.Pow(10, (random.NextDouble() * 16) - 8) * (log || random.Next(3) > 0 ? 1 : -1);
                yield return (least, least + (Math.Abs(least) * Math.Pow(10, (random.NextDouble() * 10) - 5)), log, random.Next(2, 9));
            }
        }

        yield return (0, 0, false, 6);
        yield return (-5, -5, false, 6);
        yield return (1, 300, false, 8);
    }
}
