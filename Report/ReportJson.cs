using System.Globalization;
using System.Text;
using System.Text.Json;
using Repro.Runtime;
using Repro.Runtime.Charts;
using Repro.Runtime.Metrics;
using Repro.Runtime.Snapshots;

namespace Repro.Report;

/// <summary>
/// Writes what a report shows as JSON; <c>docs/report.md</c> has the schema. Numbers of a run are written as its tables have them (nine
/// digits); one that is not finite is a string. Everything but ASCII letters, digits and harmless signs is escaped, so the text can stand
/// in a page.
/// </summary>
internal static class ReportJson
{
    /// <summary>The version of the schema.</summary>
    public const int Format = 2;

    /// <summary>How many epochs all experiments together are written with, and one at least.</summary>
    private const int MostEpochs = 200_000;

    private const int FewestEpochs = 100;

    /// <summary>Everything, the pictures by their hashes alone.</summary>
    public static string All(IReadOnlyList<ReportedExperiment> experiments, string engine) => Write(indented: true, json =>
    {
        WriteHead(json, engine);
        json.WriteStartArray("experiments");
        foreach (var experiment in experiments)
        {
            json.WriteStartObject();
            WriteSummary(json, experiment);
            WriteDetails(json, experiment, int.MaxValue);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>What the page shows of all experiments before one of them is looked at.</summary>
    public static string Index(IReadOnlyList<ReportedExperiment> experiments, string engine) => Write(indented: false, json =>
    {
        WriteHead(json, engine);
        json.WriteStartArray("experiments");
        foreach (var experiment in experiments)
        {
            json.WriteStartObject();
            WriteSummary(json, experiment);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>What the page shows of one experiment beside its summary.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="count">How many experiments the page has, for its size.</param>
    public static string Details(ReportedExperiment experiment, int count) =>
        Write(indented: false, json => WriteDetails(json, experiment, Math.Max(MostEpochs / Math.Max(count, 1), FewestEpochs)));

    private static void WriteHead(Utf8JsonWriter json, string engine)
    {
        json.WriteNumber("format", Format);
        json.WriteString("engine", engine);
        json.WriteStartArray("metrics");
        foreach (var metric in Metric.All)
        {
            json.WriteStartObject();
            json.WriteString("name", metric.Name);
            json.WriteString("title", metric.Title);
            json.WriteString("unit", metric.Unit);
            json.WriteString("better", Name(metric.Better));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSummary(Utf8JsonWriter json, ReportedExperiment experiment)
    {
        var (settings, snapshot) = (experiment.Settings, experiment.Snapshot);
        json.WriteString("name", experiment.Name);
        json.WriteString("experiment", settings.Name);
        WriteOverridden(json, experiment.Overridden);
        WriteCell(json, settings.Cell);
        json.WriteString("source", Name(experiment.Source));
        json.WriteString("lock", Name(experiment.Lock));
        json.WriteString("note", experiment.Note);
        json.WriteString("architecture", settings.Architecture);
        json.WriteString("kind", settings.Network.Kind);
        json.WriteString("data", settings.Data.Name);
        WriteOptional(json, "take", settings.Data.Take);
        json.WriteNumber("seed", settings.Seed);
        json.WriteNumber("epochs", settings.Epochs);
        json.WriteNumber("latent", settings.LatentDimension);
        json.WriteNumber("parameters", settings.Network.Parameters);
        json.WriteStartObject("final");
        foreach (var value in snapshot is { Epochs: [.., var last] } ? last.Values : [])
        {
            json.WritePropertyName(value.Name);
            WriteNumber(json, value.Value);
        }

        json.WriteEndObject();
        json.WriteStartObject("measured");
        foreach (var number in experiment.Metrics is { Epochs: [.., var end] } ? end.Numbers : [])
        {
            json.WritePropertyName(number.Spread.Metric);
            WriteNumber(json, number.Value ?? double.NaN);
        }

        json.WriteEndObject();
        WriteOptional(json, "seconds", experiment.Record?.Seconds);
        json.WriteStartArray("pictures");
        foreach (var picture in experiment.Pictures)
        {
            var size = picture.Entry.Size.Split('x');
            json.WriteStartObject();
            json.WriteNumber("epoch", picture.Entry.Epoch);
            json.WriteString("kind", picture.Entry.Kind);
            json.WriteNumber("width", int.Parse(size[0], CultureInfo.InvariantCulture));
            json.WriteNumber("height", int.Parse(size[1], CultureInfo.InvariantCulture));
            json.WriteString("pixels", picture.Entry.Hash);
            json.WriteString("file", picture.File);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteMap(json, experiment.Map);
    }

    private static void WriteMap(Utf8JsonWriter json, ReportedMap? map)
    {
        if (map is null)
        {
            json.WriteNull("map");
            return;
        }

        json.WriteStartObject("map");
        json.WriteString("plane", Name(map.Kind));
        json.WriteNumber("side", LatentMap.Side);
        json.WriteNumber("width", map.Width);
        json.WriteNumber("height", map.Height);
        json.WriteString("pixels", map.Hash);
        json.WriteEndObject();
    }

    private static void WriteOverridden(Utf8JsonWriter json, RunOverrides? run)
    {
        json.WriteStartArray("overridden");
        foreach (var setting in run?.Settings ?? [])
        {
            json.WriteStartObject();
            json.WriteString("setting", setting.Setting);
            json.WriteNumber("value", setting.Value);
            json.WriteNumber("in_file", setting.InFile);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCell(Utf8JsonWriter json, MatrixCell? cell)
    {
        if (cell is null)
        {
            json.WriteNull("cell");
            return;
        }

        json.WriteStartObject("cell");
        json.WriteString("matrix", cell.Matrix);
        json.WriteStartObject("values");
        foreach (var value in cell.Values)
        {
            json.WriteString(value.Key, value.Value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteDetails(Utf8JsonWriter json, ReportedExperiment experiment, int mostEpochs)
    {
        var (settings, snapshot) = (experiment.Settings, experiment.Snapshot);
        json.WriteString("specification", settings.Specification + settings.Network.Specification);
        json.WriteStartObject("hashes");
        json.WriteString("spec", settings.SpecHash);
        json.WriteString("data", snapshot?.Header.Data);
        json.WriteString("weights", snapshot?.Weights);
        json.WriteEndObject();
        json.WriteString("engine", snapshot?.Header.Engine);
        json.WriteString("finished", experiment.Record?.Finished.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteString("machine", experiment.Record?.Machine);
        json.WriteStartArray("files");
        foreach (var file in experiment.Record?.Files ?? [])
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteNumber("bytes", file.Bytes);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("image");
        json.WriteNumber("width", settings.Data.Width);
        json.WriteNumber("height", settings.Data.Height);
        json.WriteEndObject();
        WriteMetrics(json, experiment);
        WriteNetwork(json, settings.Network, settings.LatentDimension);
        WriteEpochs(json, experiment, mostEpochs);
    }

    private static void WriteMetrics(Utf8JsonWriter json, ReportedExperiment experiment)
    {
        json.WriteString("metrics_note", experiment.MetricsNote);
        if (experiment.Metrics is not { } metrics)
        {
            json.WriteNull("metrics");
            return;
        }

        json.WriteStartObject("metrics");
        json.WriteString("file", metrics.File);
        json.WriteStartArray("seeds");
        foreach (var seed in metrics.Seeds)
        {
            json.WriteNumberValue(seed);
        }

        json.WriteEndArray();
        json.WriteStartArray("epochs");
        foreach (var epoch in metrics.Epochs)
        {
            json.WriteStartObject();
            json.WriteNumber("epoch", epoch.Epoch);
            WriteMeasured(json, epoch.Numbers);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("baselines");
        foreach (var baseline in metrics.Baselines)
        {
            json.WriteStartObject();
            json.WriteString("name", baseline.Name);
            json.WriteNumber("components", baseline.Components);
            WriteMeasured(json, baseline.Numbers);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteOptional(json, "neighbour_distance", metrics.NeighbourDistance);
        json.WriteEndObject();
    }

    private static void WriteMeasured(Utf8JsonWriter json, IEnumerable<MeasuredNumber> numbers)
    {
        json.WriteStartObject("numbers");
        foreach (var (value, spread) in numbers)
        {
            json.WriteStartObject(spread.Metric);
            WriteOptional(json, "value", value);
            json.WriteNumber("seeds", spread.Seeds);
            WriteOptional(json, "mean", spread.Mean);
            WriteOptional(json, "standard_deviation", spread.StandardDeviation);
            WriteOptional(json, "least", spread.Least);
            WriteOptional(json, "most", spread.Most);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteNetwork(Utf8JsonWriter json, NetworkDescription network, int latent)
    {
        json.WriteStartObject("network");
        WriteSizes(json, "input", network.Input);
        json.WriteNumber("latent", latent);
        WriteOptional(json, "pseudo_inputs", network.PseudoInputs);
        WriteLayers(json, "encoder", network.Encoder);
        WriteLayers(json, "heads", network.Heads);
        WriteLayers(json, "decoder", network.Decoder);
        json.WriteEndObject();
    }

    private static void WriteLayers(Utf8JsonWriter json, string name, IReadOnlyList<LayerDescription> layers)
    {
        json.WriteStartArray(name);
        foreach (var layer in layers)
        {
            json.WriteStartObject();
            json.WriteString("field", layer.Field);
            json.WriteString("name", layer.Name);
            json.WriteString("text", layer.Text);
            WriteSizes(json, "output", layer.Output);
            json.WriteNumber("parameters", layer.Parameters);
            if (layer.Layers.Count > 0)
            {
                WriteLayers(json, "layers", layer.Layers);
            }

            if (layer.IsResidual)
            {
                WriteLayers(json, "shortcut", layer.Shortcut);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The epochs as columns. Of very many, those that a curve needs, and those with pictures.</summary>
    private static void WriteEpochs(Utf8JsonWriter json, ReportedExperiment experiment, int most)
    {
        var epochs = experiment.Snapshot?.Epochs ?? [];
        var captured = experiment.Pictures.Select(picture => picture.Entry.Epoch).ToHashSet();
        var kept = ChartThinning.Indices([.. epochs.Select(epoch => (double)epoch.Loss)], most).ToHashSet();
        int[] shown = [.. Enumerable.Range(0, epochs.Count).Where(i => kept.Contains(i) || captured.Contains(epochs[i].Epoch))];
        json.WriteNumber("epochs_left_out", epochs.Count - shown.Length);
        json.WriteStartObject("curves");
        json.WriteStartArray("epoch");
        foreach (var i in shown)
        {
            json.WriteNumberValue(epochs[i].Epoch);
        }

        json.WriteEndArray();
        var names = epochs.Count == 0 ? [] : epochs[0].Values.Select(value => value.Name).ToArray();
        for (var column = 0; column < names.Length; column++)
        {
            json.WriteStartArray(names[column]);
            foreach (var i in shown)
            {
                WriteNumber(json, epochs[i].Values.ElementAt(column).Value);
            }

            json.WriteEndArray();
        }

        if (epochs.Count > 0 && experiment.LearningRates.Count == epochs.Count)
        {
            json.WriteStartArray("learning rate");
            foreach (var i in shown)
            {
                WriteNumber(json, experiment.LearningRates[i]);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteSizes(Utf8JsonWriter json, string name, IEnumerable<long> sizes)
    {
        json.WriteStartArray(name);
        foreach (var size in sizes)
        {
            json.WriteNumberValue(size);
        }

        json.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WritePropertyName(name);
            WriteNumber(json, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    // As the tables of a run have it, so that a number can be looked up.
    private static void WriteNumber(Utf8JsonWriter json, float value)
    {
        if (float.IsFinite(value))
        {
            json.WriteRawValue(FloatText.Decimal(value));
        }
        else
        {
            json.WriteStringValue(FloatText.Decimal(value));
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    internal static string Name(ResultSource source) => source switch
    {
        ResultSource.Run => "run",
        ResultSource.Lock => "lock",
        _ => "none",
    };

    internal static string Name(LockState state) => state switch
    {
        LockState.Same => "same",
        LockState.Different => "different",
        LockState.NotCompared => "not compared",
        LockState.Damaged => "damaged",
        LockState.Overridden => "overridden",
        _ => "not locked",
    };

    internal static string Name(LatentMapKind kind) =>
        kind == LatentMapKind.PriorQuantiles ? "quantiles of the prior" : "between four images";

    internal static string Name(MetricGoal goal) => goal switch
    {
        MetricGoal.Lower => "lower",
        MetricGoal.Higher => "higher",
        MetricGoal.One => "near 1",
        _ => "",
    };

    private static string Write(bool indented, Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = indented, NewLine = "\n" }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
