using Repro.Generators.Common;
using Repro.Generators.Diagnostics;
using Repro.Generators.Losses;
using Repro.Generators.Model.Values;
using Repro.Generators.Shapes;

namespace Repro.Generators.Model;

/// <summary>Reads an experiment and checks that its parts fit each other.</summary>
internal static class ExperimentReader
{
    private static readonly NumberOr Take = new("all", Ranges.Count);

    private static readonly Dictionary<string, Loss?> KnownLosses = LossCatalog.All.ToDictionary(loss => loss.Name, Loss? (loss) => loss);

    private static readonly NumberList Captures = new("a list of epochs", Ranges.Count);

    public static Experiment? Read(
        Entry entry,
        string? identifier,
        IReadOnlyDictionary<string, DataSet?> dataSets,
        IReadOnlyDictionary<string, Architecture?> architectures,
        DiagnosticBag diagnostics)
    {
        var reader = entry.Reader(diagnostics);
        reader.OptionalNode(Inheritance.Like);
        var architecture = reader.RequiredReference("architecture", "architecture", architectures);
        var data = reader.RequiredReference("data", "data set", dataSets);
        var take = reader.Optional("take", Take, null);
        var seed = reader.Required("seed", Ranges.Seed);
        var epochs = reader.Required("epochs", Ranges.Count);
        var batch = reader.Required("batch", Ranges.Count);
        var shuffle = reader.Optional("shuffle", new Truth(), true);
        var optimizer = OptimizerReader.Read(reader, diagnostics);
        var loss = reader.RequiredReference("loss", "loss", KnownLosses);
        var captures = reader.Optional("captures", Captures, default);
        reader.Finish();

        CheckCaptures(reader, captures, epochs);
        CheckData(reader, architecture, data);
        CheckLoss(reader, architecture, loss);
        return reader.Failed || identifier is null || optimizer is null
            ? null
            : new(
                entry.Name,
                identifier,
                architecture!.Value,
                data!.Value,
                take!.Value,
                seed!.Value,
                epochs!.Value,
                batch!.Value,
                shuffle!.Value,
                optimizer,
                loss!.Value,
                captures!.Value);
    }

    private static void CheckCaptures(MappingReader reader, Setting<EquatableArray<long>>? captures, Setting<long>? epochs)
    {
        if (captures is null)
        {
            return;
        }

        for (var i = 1; i < captures.Value.Count; i++)
        {
            if (captures.Value[i] <= captures.Value[i - 1])
            {
                reader.ReportMismatch(
                    Descriptors.CapturesNotAscending, [captures], Invariant($"{captures.Value[i]}"), Invariant($"{captures.Value[i - 1]}"));
            }
        }

        foreach (var capture in captures.Value.Where(capture => capture > epochs?.Value))
        {
            reader.ReportMismatch(
                Descriptors.UnreachableCapture, [captures, epochs!], reader.Owner, Invariant($"{capture}"), Invariant($"{epochs!.Value}"));
        }
    }

    private static void CheckData(MappingReader reader, Setting<Architecture>? architecture, Setting<DataSet>? data)
    {
        if (architecture is not null && data is not null && architecture.Value.Input != data.Value.Shape)
        {
            reader.ReportMismatch(
                Descriptors.DataDoesNotFit,
                [data, architecture],
                reader.Owner,
                architecture.Value.Name,
                architecture.Value.Input.ToString(),
                data.Value.Name,
                data.Value.Shape.ToString());
        }
    }

    private static void CheckLoss(MappingReader reader, Setting<Architecture>? architecture, Setting<Loss>? loss)
    {
        if (loss is { Value.NeedsVariational: true } && architecture is { Value.Kind: not ArchitectureKind.Variational })
        {
            reader.ReportMismatch(Descriptors.LossNeedsVariational, [loss, architecture], reader.Owner, loss.Value.Name, architecture.Value.Name, "plain");
        }
    }
}
