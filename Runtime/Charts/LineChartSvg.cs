using System.Globalization;
using System.Security;
using System.Text;

namespace Repro.Runtime.Charts;

/// <summary>
/// Writes a chart as an SVG file that needs no other file. It is readable on a light and on a dark background. Its colours suit the
/// colour-blind, and each line has its own dashes for a print without colours. The same chart gives the same text.
/// </summary>
public static class LineChartSvg
{
    private const int Width = 720;
    private const int Height = 400;
    private const int Left = 76;
    private const int Right = Width - 20;
    private const int Bottom = Height - 48;
    private const int LegendTop = 44;
    private const int LegendLine = 18;
    private const int Colours = 6;
    private const int MostPoints = 2 * (Right - Left);

    private const string Style = """
        <style>
        text { font: 12px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #3d4451; }
        .title { font-size: 15px; font-weight: 600; fill: #14181f; }
        .ground { fill: #ffffff; }
        .grid { stroke: #e3e6ea; stroke-width: 1; }
        .axis { stroke: #8a93a0; stroke-width: 1; }
        .line { fill: none; stroke-width: 1.75; stroke-linejoin: round; stroke-linecap: round; }
        .c0 { stroke: #0b62a4; } .c1 { stroke: #c2410c; stroke-dasharray: 7 4; } .c2 { stroke: #007a5a; stroke-dasharray: 2 4; }
        .c3 { stroke: #8e3b8a; stroke-dasharray: 10 4 2 4; } .c4 { stroke: #8a6100; stroke-dasharray: 12 5; } .c5 { stroke: #4b5563; stroke-dasharray: 4 3; }
        @media (prefers-color-scheme: dark) {
        text { fill: #c3cad4; } .title { fill: #f2f4f7; } .ground { fill: #14181f; } .grid { stroke: #2c333d; } .axis { stroke: #77808d; }
        .c0 { stroke: #6db3f2; } .c1 { stroke: #ff9a6b; } .c2 { stroke: #3ecfa5; } .c3 { stroke: #d99be0; } .c4 { stroke: #e0b64b; } .c5 { stroke: #b6bec9; }
        }
        </style>
        """;

    /// <summary>The text of the file, with line feeds.</summary>
    public static string Write(LineChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var legend = Legend(chart.Series);
        var top = LegendTop + (LegendLine * (legend.Count == 0 ? 0 : legend[^1].Row + 1)) + 8;
        var points = chart.Series.SelectMany(series => series.Points).ToArray();
        var x = ChartAxis.Of(points.Select(point => point.X), ChartScale.Linear, 8, tight: true);
        var y = ChartAxis.Of(points.Select(point => point.Y), chart.YScale, 6);

        var svg = new StringBuilder();
        var size = string.Create(CultureInfo.InvariantCulture, $"""width="{Width}" height="{Height}" viewBox="0 0 {Width} {Height}" """);
        Line($"""<svg xmlns="http://www.w3.org/2000/svg" {size}role="img" aria-labelledby="t d">""");
        Line($"""<title id="t">{Escaped(chart.Title)}</title>""");
        Line($"""<desc id="d">{Escaped(Description(chart))}</desc>""");
        Line($"{Style.ReplaceLineEndings("\n")}");
        Line($"""<rect class="ground" width="{Width}" height="{Height}"/>""");
        Line($"""<text class="title" x="{Left}" y="26">{Escaped(chart.Title)}</text>""");
        foreach (var (series, column, row) in legend)
        {
            var (left, middle) = (Left + column, LegendTop + (LegendLine * row));
            Line($"""<line class="line c{series % Colours}" x1="{left}" y1="{middle}" x2="{left + 28}" y2="{middle}"/>""");
            Line($"""<text x="{left + 34}" y="{middle + 4}">{Escaped(chart.Series[series].Name)}</text>""");
        }

        foreach (var tick in y.Ticks)
        {
            Line($"""<line class="grid" x1="{Left}" y1="{Y(tick)}" x2="{Right}" y2="{Y(tick)}"/>""");
            Line($"""<text text-anchor="end" x="{Left - 8}" y="{Y(tick, 4)}">{ChartAxis.Label(tick)}</text>""");
        }

        foreach (var tick in x.Ticks)
        {
            Line($"""<line class="axis" x1="{X(tick)}" y1="{Bottom}" x2="{X(tick)}" y2="{Bottom + 5}"/>""");
            Line($"""<text text-anchor="middle" x="{X(tick)}" y="{Bottom + 19}">{ChartAxis.Label(tick)}</text>""");
        }

        Line($"""<line class="axis" x1="{Left}" y1="{Bottom}" x2="{Right}" y2="{Bottom}"/>""");
        Line($"""<text text-anchor="middle" x="{(Left + Right) / 2}" y="{Height - 10}">{Escaped(chart.XLabel)}</text>""");
        var note = chart.YScale == ChartScale.Logarithmic ? " (log scale)" : "";
        var upright = string.Create(CultureInfo.InvariantCulture, $"translate(18 {(top + Bottom) / 2}) rotate(-90)");
        Line($"""<text text-anchor="middle" transform="{upright}">{Escaped(chart.YLabel)}{note}</text>""");
        for (var i = 0; i < chart.Series.Count; i++)
        {
            Line($"""<path class="line c{i % Colours}" d="{Path(chart.Series[i].Points)}"/>""");
        }

        Line($"</svg>");
        return svg.ToString();

        void Line(FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

        string X(double value) => Number(Left + (x.At(value) * (Right - Left)));

        string Y(double value, int below = 0) => Number(Bottom - (y.At(value) * (Bottom - top)) + below);

        string Path(IReadOnlyList<ChartPoint> line)
        {
            var path = new StringBuilder();
            var drawing = false;
            foreach (var index in ChartThinning.Indices([.. line.Select(point => point.Y)], MostPoints))
            {
                var point = line[index];
                if (!ChartAxis.CanShow(point.Y, chart.YScale))
                {
                    drawing = false;
                    continue;
                }

                path.Append(drawing ? 'L' : 'M').Append(X(point.X)).Append(' ').Append(Y(point.Y));
                // A line of one point is a dot; its round ends make it visible.
                path.Append(drawing ? "" : "h0");
                drawing = true;
            }

            return path.ToString();
        }
    }

    /// <summary>The place of each line's entry in the legend: its offset to the right, and its row.</summary>
    private static List<(int Series, int Column, int Row)> Legend(IReadOnlyList<ChartSeries> series)
    {
        var places = new List<(int, int, int)>();
        var (column, row) = (0, 0);
        for (var i = 0; i < series.Count; i++)
        {
            var width = 34 + (7 * series[i].Name.Length) + 22;
            if (column > 0 && column + width > Right - Left)
            {
                (column, row) = (0, row + 1);
            }

            places.Add((i, column, row));
            column += width;
        }

        return places;
    }

    private static string Description(LineChart chart) =>
        string.Join(" ", chart.Series.Where(series => series.Points.Count > 0).Select(series =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{series.Name}: {series.Points[0].Y:G6} at {chart.XLabel} {series.Points[0].X}, {series.Points[^1].Y:G6} at {chart.XLabel} "
            + $"{series.Points[^1].X}.")));

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Text for XML, without the characters that XML cannot hold.</summary>
    private static string Escaped(string text) =>
        SecurityElement.Escape(
            string.Concat(text.EnumerateRunes().Where(rune => rune.Value is '\t' or >= 0x20 and not (0xFFFE or 0xFFFF))))!;
}
