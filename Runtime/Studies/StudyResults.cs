using System.Globalization;
using System.Text.Json;
using Repro.Runtime.Data;
using Repro.Runtime.Files;
using Repro.Runtime.Metrics;

namespace Repro.Runtime.Studies;

/// <summary>All measurements of a study. docs/metrics.md has the schema of its JSON.</summary>
/// <param name="Runs">The runs: experiment by experiment, and for each in the order of the seeds.</param>
/// <param name="Baselines">The baseline, for each set of images and seed.</param>
/// <param name="Images">The sets of images, in the order of the experiments.</param>
public sealed record StudyResults(
    IReadOnlyList<RunMetrics> Runs, IReadOnlyList<BaselineMetrics> Baselines, IReadOnlyList<ImagesMetrics> Images)
{
    private static readonly JsonSerializerOptions Format = StrictJson.Of(new(JsonSerializerDefaults.General)
    {
        TypeInfoResolver = StudyJsonContext.Default,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
    });

    /// <summary>Measures runs, and the baseline on the same images.</summary>
    /// <param name="runs">The runs to measure.</param>
    /// <param name="components">The number of principal components of the baseline.</param>
    /// <param name="measured">Is called after each run.</param>
    /// <param name="cancellationToken">Stops between two runs.</param>
    /// <exception cref="ReproException">A file of weights cannot be read.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static StudyResults Measure(
        IReadOnlyList<MeasurementTask> runs, int components, Action<RunMetrics> measured, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(measured);
        DataSet[] sets = [.. runs.Select(run => run.Data).DistinctBy(data => data.Hash)];
        var data = sets.ToDictionary(set => set.Hash, set => new MeasuredData(set), StringComparer.Ordinal);
        var metrics = new List<RunMetrics>();
        foreach (var run in runs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            metrics.Add(RunMetrics.Measure(run.Experiment, run.Run, data[run.Data.Hash]));
            measured(metrics[^1]);
        }

        long[] seeds = [.. metrics.Select(run => run.Seed).Distinct()];
        return new(
            metrics,
            [.. sets.SelectMany(set => Baseline(data[set.Hash], components, seeds))],
            [.. sets.Select(set => data[set.Hash]).Select(set => new ImagesMetrics(set.Pixels.Count, set.Hash, set.NeighbourDistance))]);
    }

    /// <summary>Fits the baseline to images, and measures it with each seed.</summary>
    public static IReadOnlyList<BaselineMetrics> Baseline(MeasuredData data, int components, IEnumerable<long> seeds)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(seeds);
        var model = PrincipalComponents.Of(data.Pixels, components);
        var name = string.Create(CultureInfo.InvariantCulture, $"pca-{components}");
        return [.. seeds.Select(
            seed => new BaselineMetrics(name, seed, data.Pixels.Count, data.Hash, model.Count, ModelMetrics.Measure(model, data, seed)))];
    }

    /// <summary>The text of the file.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Format) + "\n";

    /// <summary>Reads a file; <c>null</c> when there is none.</summary>
    /// <param name="root">The folder that the path is relative to.</param>
    /// <param name="path">The file, as messages name it.</param>
    /// <exception cref="ReproException">The file cannot be read, or is malformed.</exception>
    public static StudyResults? TryRead(string root, string path)
    {
        var file = Path.Combine(root, path);
        try
        {
            return RegularFile.Exists(file) ? Parse(RegularFile.ReadAllText(file), path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReproException($"'{path}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Reads the text of the file.</summary>
    /// <param name="json">The text.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <exception cref="ReproException">The text is malformed.</exception>
    public static StudyResults Parse(string json, string path)
    {
        try
        {
            return JsonSerializer.Deserialize<StudyResults>(json, Format) ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            throw new ReproException($"'{path}' has no results of a study: {e.Message} Make it again.", e);
        }
    }
}
