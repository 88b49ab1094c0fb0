using System.Globalization;
using System.Text;
using Repro.Runtime;
using Repro.Runtime.Files;
using Repro.Runtime.Snapshots;

namespace Repro.Report;

/// <summary>
/// The final numbers of all experiments as comma-separated values: a title line, then a line for each; line feeds, invariant numbers.
/// </summary>
internal static class ReportCsv
{
    public static string Write(IReadOnlyList<ReportedExperiment> experiments)
    {
        // The names of terms, in the order in which they are first met.
        string[] terms = [.. experiments.SelectMany(
            experiment => Final(experiment).Select(value => value.Name)).Distinct(StringComparer.Ordinal)];
        string[] metrics = [.. experiments.SelectMany(
            experiment => Measured(experiment).Select(number => number.Spread.Metric)).Distinct(StringComparer.Ordinal)];
        var text = new StringBuilder("experiment,overridden,matrix,cell,source,lock,architecture,data,take,seed,epochs,latent,parameters");
        foreach (var title in terms.Concat(metrics.Select(metric => "measured " + metric)))
        {
            text.Append(',').Append(CsvText.Cell(title));
        }

        text.Append(",seconds,spec,weights\n");
        foreach (var experiment in experiments)
        {
            var settings = experiment.Settings;
            text.Append(CultureInfo.InvariantCulture, $"{CsvText.Cell(settings.Name)},{Overrides(experiment)},{CsvText.Cell(settings.Cell?.Matrix ?? "")},{CsvText.Cell(CellText(settings.Cell))},")
                .Append(CultureInfo.InvariantCulture, $"{ReportJson.Name(experiment.Source)},{ReportJson.Name(experiment.Lock)},")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"{CsvText.Cell(settings.Architecture)},{CsvText.Cell(settings.Data.Name)},{settings.Data.Take},")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"{settings.Seed},{settings.Epochs},{settings.LatentDimension},{settings.Network.Parameters}");
            var final = Final(experiment).ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);
            foreach (var term in terms)
            {
                text.Append(',').Append(final.TryGetValue(term, out var value) ? FloatText.Decimal(value) : "");
            }

            var measured = Measured(experiment).ToDictionary(
                number => number.Spread.Metric, number => number.Value, StringComparer.Ordinal);
            foreach (var metric in metrics)
            {
                text.Append(CultureInfo.InvariantCulture, $",{(measured.TryGetValue(metric, out var value) ? value : null):R}");
            }

            text.Append(
                CultureInfo.InvariantCulture, $",{experiment.Record?.Seconds},{settings.SpecHash},{experiment.Snapshot?.Weights}\n");
        }

        return text.ToString();
    }

    /// <summary>Everything that was measured, with its spread: a title line, then a line for each number.</summary>
    public static string WriteMetrics(IReadOnlyList<ReportedExperiment> experiments)
    {
        var text = new StringBuilder(
            "experiment,overridden,weights,model,epoch,metric,unit,value,seeds,mean,standard_deviation,least,most\n");
        foreach (var experiment in experiments.Where(experiment => experiment.Metrics is not null))
        {
            foreach (var (value, spread) in experiment.Metrics!.Epochs.SelectMany(epoch => epoch.Numbers).Concat(
                experiment.Metrics.Baselines.SelectMany(baseline => baseline.Numbers)))
            {
                text.Append(CultureInfo.InvariantCulture, $"{CsvText.Cell(experiment.Settings.Name)},{Overrides(experiment)},{experiment.Snapshot!.Weights},{CsvText.Cell(spread.Model)},{spread.Epoch},")
                    .Append(CultureInfo.InvariantCulture, $"{CsvText.Cell(spread.Metric)},{spread.Unit},{value:R},{spread.Seeds},{spread.Mean:R},{spread.StandardDeviation:R},{spread.Least:R},{spread.Most:R}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>What was measured after the last epoch.</summary>
    private static IEnumerable<MeasuredNumber> Measured(ReportedExperiment experiment) =>
        experiment.Metrics is { Epochs: [.., var last] } ? last.Numbers : [];

    private static string Overrides(ReportedExperiment experiment) => string.Join(
        "; ", (experiment.Overridden?.Settings ?? []).Select(
            setting => string.Create(CultureInfo.InvariantCulture, $"{setting.Setting} {setting.Value}")));

    private static string CellText(MatrixCell? cell) =>
        string.Join("; ", (cell?.Values ?? []).Select(value => $"{value.Key}: {value.Value}"));

    private static IEnumerable<Runtime.Training.TermValue> Final(ReportedExperiment experiment) =>
        experiment.Snapshot is { Epochs: [.., var last] } ? last.Values : [];
}
