using System.Globalization;
using System.Text;
using Repro.Runtime.Snapshots;

namespace Repro.Report;

/// <summary>The final numbers of all experiments as comma-separated values: a title line, then a line for each; line feeds, invariant numbers.</summary>
internal static class ReportCsv
{
    public static string Write(IReadOnlyList<ReportedExperiment> experiments)
    {
        // The names of terms, in the order in which they are first met.
        string[] terms = [.. experiments.SelectMany(experiment => Final(experiment).Select(value => value.Name)).Distinct(StringComparer.Ordinal)];
        var text = new StringBuilder("experiment,source,lock,architecture,data,take,seed,epochs,latent,parameters");
        foreach (var term in terms)
        {
            text.Append(',').Append(Cell(term));
        }

        text.Append(",seconds,spec,weights\n");
        foreach (var experiment in experiments)
        {
            var settings = experiment.Settings;
            text.Append(CultureInfo.InvariantCulture, $"{Cell(settings.Name)},{ReportJson.Name(experiment.Source)},{ReportJson.Name(experiment.Lock)},")
                .Append(CultureInfo.InvariantCulture, $"{Cell(settings.Architecture)},{Cell(settings.Data.Name)},{settings.Data.Take},")
                .Append(CultureInfo.InvariantCulture, $"{settings.Seed},{settings.Epochs},{settings.LatentDimension},{settings.Network.Parameters}");
            var final = Final(experiment).ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);
            foreach (var term in terms)
            {
                text.Append(',').Append(final.TryGetValue(term, out var value) ? FloatText.Decimal(value) : "");
            }

            text.Append(CultureInfo.InvariantCulture, $",{experiment.Record?.Seconds},{settings.SpecHash},{experiment.Snapshot?.Weights}\n");
        }

        return text.ToString();
    }

    private static IEnumerable<Runtime.Training.TermValue> Final(ReportedExperiment experiment) =>
        experiment.Snapshot is { Epochs: [.., var last] } ? last.Values : [];

    private static string Cell(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
