using System.Globalization;
using System.Text;
using System.Text.Json;
using Repro.Runtime.Files;

namespace Repro.Runtime.Studies;

/// <summary>Writes the numbers of a study as tables, as CSV and as JSON; docs/metrics.md has their schema.</summary>
public static class StudyTables
{
    /// <summary>The file of the results, from which the other files are computed.</summary>
    public const string ResultsName = "results.json";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.General)
    {
        TypeInfoResolver = StudyJsonContext.Default,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>
    /// Writes <c>results.json</c>, and <c>measurements</c> (a line for each number) and <c>summary</c> (a line for each number over all
    /// seeds), both <c>.csv</c> and <c>.json</c>, into a folder, which is created if it is missing.
    /// </summary>
    /// <exception cref="ReproException">A file cannot be written.</exception>
    public static void Write(string folder, StudyResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        MakeFolder(folder);
        var measurements = Measurement.Of(results);
        var summaries = Summary.Of(measurements);
        AtomicFile.WriteText(Path.Combine(folder, ResultsName), results.ToJson());
        AtomicFile.WriteText(Path.Combine(folder, "measurements.csv"), Csv(measurements));
        AtomicFile.WriteText(Path.Combine(folder, "measurements.json"), JsonSerializer.Serialize(measurements, Format) + "\n");
        AtomicFile.WriteText(Path.Combine(folder, "summary.csv"), Csv(summaries));
        AtomicFile.WriteText(Path.Combine(folder, "summary.json"), JsonSerializer.Serialize(summaries, Format) + "\n");
    }

    /// <summary>Creates a folder, if it is missing.</summary>
    /// <exception cref="ReproException">It cannot be created.</exception>
    public static void MakeFolder(string folder)
    {
        try
        {
            Folders.Create(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReproException(
                $"The folder '{folder}' cannot be made: {e.Message} Make its parent writable, or move away what is in its place.", e);
        }
    }

    /// <summary>
    /// The text of <c>measurements.csv</c>: a title line, then a line for each number. Lines end in a line feed. Numbers do not depend on
    /// the culture, and reading them gives the same bits.
    /// </summary>
    public static string Csv(IEnumerable<Measurement> measurements)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        var text = new StringBuilder("model,images,seed,epoch,metric,unit,value\n");
        foreach (var one in measurements)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{CsvText.Cell(one.Model)},{one.Images},{one.Seed},{one.Epoch},{CsvText.Cell(one.Metric)},{one.Unit},{one.Value:R}\n");
        }

        return text.ToString();
    }

    /// <summary>The text of <c>summary.csv</c>, in the same form.</summary>
    public static string Csv(IEnumerable<Summary> summaries)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        var text = new StringBuilder("model,images,epoch,metric,unit,seeds,mean,standard_deviation,least,most\n");
        foreach (var one in summaries)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{CsvText.Cell(one.Model)},{one.Images},{one.Epoch},{CsvText.Cell(one.Metric)},{one.Unit},{one.Seeds},");
            text.Append(CultureInfo.InvariantCulture, $"{one.Mean:R},{one.StandardDeviation:R},{one.Least:R},{one.Most:R}\n");
        }

        return text.ToString();
    }
}
