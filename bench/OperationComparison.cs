using System.Globalization;
using Spectre.Console;

namespace Repro.Bench;

/// <summary>
/// Single operations beside PyTorch's, the programs taking turns: products in GFLOP/s, what streams through memory in GB/s.
/// </summary>
internal static class OperationComparison
{
    public static int Run(int[] threadCounts, int rounds, string python) => Comparison.Guarded(() =>
    {
        var table = new Table().AddColumns("threads", "operation", "Repro", "PyTorch", "Repro's rate is", "of copying");
        foreach (var threads in threadCounts)
        {
            Contender[] contenders = [Contender.ReproOperations(threads), Contender.PyTorchOperations(python, threads)];
            var timings = contenders.Select(_ => new List<Dictionary<string, double>>()).ToArray();
            for (var round = 1; round <= rounds; round++)
            {
                for (var i = 0; i < contenders.Length; i++)
                {
                    timings[i].Add(contenders[i].Measure<Dictionary<string, double>>(0));
                }

                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{threads} threads, round {round} of {rounds}"));
            }

            AddRows(table, threads, timings[0], timings[1]);
        }

        AnsiConsole.Write(table);
    });

    private static void AddRows(Table table, int threads, List<Dictionary<string, double>> ours, List<Dictionary<string, double>> theirs)
    {
        // What the machine can move: the faster of the two programs' copies.
        var most = Math.Max(Rate(ours, OperationList.Copy), Rate(theirs, OperationList.Copy));
        foreach (var name in ours[0].Keys)
        {
            var (x, y) = (Rate(ours, name), Rate(theirs, name));
            var streams = OperationList.Bytes.ContainsKey(name);
            var unit = streams ? "GB/s" : "GFLOP/s";
            table.AddRow(
                Text($"{threads}"), name, Text($"{x:F1} {unit}"), Text($"{y:F1} {unit}"), Text($"{x / y:F2} of its"), streams
                    ? Text($"{x / most:F2}")
                    : "");
        }
    }

    private static double Rate(List<Dictionary<string, double>> timings, string name)
    {
        var milliseconds = Statistics.Median(timings.Select(timing => timing[name]));
        var work = OperationList.Bytes.TryGetValue(name, out var bytes)
            ? bytes
            : OperationList.Operations(OperationList.ProductSizes.Single(size => OperationList.Product(size) == name));
        return work / milliseconds / 1e6;
    }

    private static string Text(FormattableString value) => value.ToString(CultureInfo.InvariantCulture);
}
