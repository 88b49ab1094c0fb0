using System.ComponentModel;
using System.Globalization;
using Spectre.Console;

namespace Repro.Bench;

/// <summary>
/// Programs take turns, so that what else the machine does meets all of them; the medians of their runs are compared.
/// </summary>
internal static class Comparison
{
    public static int Run(int[] batches, int threads, int epochs, int rounds, string python)
    {
        Contender[] contenders =
        [
            Contender.Repro(threads, epochs),
            Contender.PyTorch(python, threads, epochs, rewritten: false),
            Contender.PyTorch(python, threads, epochs, rewritten: true),
        ];
        return Guarded(() =>
        {
            var table = new Table().AddColumns(
                "batch", "program", "ms per epoch", "best run", "Repro takes", "peak MiB", "s to first epoch");
            foreach (var batch in batches)
            {
                AddRows(table, batch, contenders, TakeTurns(contenders, batch, rounds));
            }

            AnsiConsole.Write(table);
        });
    }

    /// <summary>Runs a comparison; a program that is missing or fails is reported.</summary>
    public static int Guarded(Action comparison)
    {
        try
        {
            comparison();
            return 0;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            Console.Error.WriteLine(
                $"{e.Message}\nPyTorch is needed beside the engine. On Debian: apt-get install python3-torch libopenblas0-openmp");
            return 1;
        }
    }

    private static List<Timing>[] TakeTurns(Contender[] contenders, int batch, int rounds)
    {
        var timings = contenders.Select(_ => new List<Timing>()).ToArray();
        for (var round = 1; round <= rounds; round++)
        {
            for (var i = 0; i < contenders.Length; i++)
            {
                timings[i].Add(contenders[i].Measure<Timing>(batch));
                Console.Error.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"batch {batch}, round {round} of {rounds}: {contenders[i].Name} {timings[i][^1].EpochSeconds * 1000:F1} ms"));
            }
        }

        return timings;
    }

    private static void AddRows(Table table, int batch, Contender[] contenders, List<Timing>[] timings)
    {
        var ours = Statistics.Median(timings[0].Select(timing => timing.EpochSeconds));
        for (var i = 0; i < contenders.Length; i++)
        {
            var median = Statistics.Median(timings[i].Select(timing => timing.EpochSeconds));
            table.AddRow(
                Text($"{batch}"),
                contenders[i].Name,
                Text($"{median * 1000:F1}"),
                Text($"{timings[i].Min(timing => timing.EpochSeconds) * 1000:F1}"),
                i == 0 ? "" : Text($"{ours / median:F2} of it"),
                Text($"{Statistics.Median(timings[i].Select(timing => timing.PeakMebibytes)):F0}"),
                Text($"{Statistics.Median(timings[i].Select(timing => timing.SecondsToFirstEpoch)):F2}"));
        }
    }

    private static string Text(FormattableString value) => value.ToString(CultureInfo.InvariantCulture);
}
