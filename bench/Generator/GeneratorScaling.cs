using System.Globalization;
using Spectre.Console;

namespace Repro.Bench.Generator;

/// <summary>How the time of the generator grows with the number of experiments.</summary>
internal static class GeneratorScaling
{
    public static int Run(int[] sizes, int rounds)
    {
        var generator = Contender.Generator();
        var table = new Table().AddColumns("experiments", "cold, ms", "warm, ms", "µs per experiment", "one edited, ms", "C# edited, ms");
        foreach (var size in sizes)
        {
            var timings = Enumerable.Range(0, rounds).Select(_ => generator.Measure<GeneratorTiming>(size)).ToArray();
            var warm = Median(timing => timing.Warm);
            table.AddRow(
                Text($"{size}"),
                Text($"{Median(timing => timing.Cold):F0}"),
                Text($"{warm:F1}"),
                Text($"{warm * 1000 / size:F0}"),
                Text($"{Median(timing => timing.Edit):F1}"),
                Text($"{Median(timing => timing.Unchanged):F3}"));

            double Median(Func<GeneratorTiming, double> time) => Statistics.Median(timings.Select(time));
        }

        AnsiConsole.Write(table);
        return 0;
    }

    private static string Text(FormattableString value) => value.ToString(CultureInfo.InvariantCulture);
}
