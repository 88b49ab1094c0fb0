using System.Collections.Immutable;
using Repro.Generators.Common;
using Repro.Generators.Diagnostics;
using Repro.Generators.Language;
using Repro.Generators.Language.Values;
using Repro.Generators.Losses;
using Repro.Generators.Optimizers;
using Repro.Generators.Shapes;

namespace Repro.Generators.Model;

/// <summary>Reads an experiment and checks that its parts fit each other.</summary>
internal static class ExperimentReader
{
    private static readonly Key<string> Like = Key.Optional(
        Inheritance.Like, new Reference("another experiment"), "Another experiment, of which this one has all keys that it does not give itself.", "vae-70");

    private static readonly Key<string> ArchitectureKey = Key.Required(
        "architecture", new Reference("an architecture"), "What is trained; its input is the shape of the images.", "vae");

    private static readonly Key<string> Data = Key.Required("data", new Reference("a data set"), "What it is trained on.", "faces");

    private static readonly Key<long?> Take = Key.Optional(
        "take", new NumberOr("all", Ranges.Count), "all", "How many images are used, the first in ordinal order of their names.", "70");

    private static readonly Key<long> Seed = Key.Optional(
        "seed", Ranges.Seed, "0", "The seed of everything that is drawn; its 32 bits are the generator's state, so a larger one would repeat a smaller one.", "42");

    private static readonly Key<long> Epochs = Key.Required("epochs", Ranges.Count, "Passes over the data set.", "300");

    private static readonly Key<long> Batch = Key.Required(
        "batch", Ranges.Count, "Images in a step; the last step of an epoch may have fewer.", "128");

    private static readonly Key<bool> Shuffle = Key.Optional(
        "shuffle", new Truth(), "true", "Whether each epoch visits the images in a new order.", "false");

    private static readonly Key<Optimizer> OptimizerKey = Key.Required(
        "optimizer", new Choice<Optimizer>("optimizer", () => OptimizerCatalog.All), "What changes the weights in a step.", "{ adam: { learning_rate: 1e-3 } }");

    private static readonly Key<Loss> LossKey = Key.Required(
        "loss", new Choice<Loss>("loss", () => LossCatalog.All), "What training makes small.", "evidence_lower_bound");

    private static readonly Key<EquatableArray<long>> Captures = Key.Optional(
        "captures",
        new NumberList("a list of epochs", Ranges.Count),
        "[]",
        "Epochs after which images are captured, ascending, none after the last epoch.",
        "[10, 130, 300]");

    public static readonly ImmutableArray<Key> Keys =
        [Like, MatrixExpansion.Key, ArchitectureKey, Data, Take, Seed, Epochs, Batch, Shuffle, OptimizerKey, LossKey, Captures];

    public static Experiment? Read(
        Entry entry,
        string? identifier,
        IReadOnlyDictionary<string, DataSet?> dataSets,
        IReadOnlyDictionary<string, Architecture?> architectures,
        DiagnosticBag diagnostics)
    {
        var settings = entry.Read(Keys, diagnostics);
        var architecture = settings.Resolve(ArchitectureKey, "architecture", architectures);
        var data = settings.Resolve(Data, "data set", dataSets);
        CheckCaptures(settings, settings.Find(Captures), settings.Find(Epochs));
        CheckData(settings, architecture, data);
        CheckLoss(settings, architecture, settings.Find(LossKey));
        WarnOfMissingSeed(entry, diagnostics);
        WarnOfLargeBatch(settings, diagnostics);
        return settings.Failed || identifier is null
            ? null
            : new(
                entry.Name,
                identifier,
                architecture!.Value,
                data!.Value,
                settings.Get(Take),
                settings.Get(Seed),
                settings.Get(Epochs),
                settings.Get(Batch),
                settings.Get(Shuffle),
                settings.Get(OptimizerKey),
                settings.Get(LossKey),
                settings.Get(Captures));
    }

    private static void CheckCaptures(Settings settings, Setting<EquatableArray<long>>? captures, Setting<long>? epochs)
    {
        if (captures is null)
        {
            return;
        }

        for (var i = 1; i < captures.Value.Count; i++)
        {
            if (captures.Value[i] <= captures.Value[i - 1])
            {
                settings.ReportMismatch(
                    Descriptors.CapturesNotAscending, [captures], Invariant($"{captures.Value[i]}"), Invariant($"{captures.Value[i - 1]}"));
            }
        }

        foreach (var capture in captures.Value.Where(capture => capture > epochs?.Value))
        {
            settings.ReportMismatch(
                Descriptors.UnreachableCapture, [captures, epochs!], Invariant($"{capture}"), Invariant($"{epochs!.Value}"));
        }
    }

    private static void CheckData(Settings settings, Setting<Architecture>? architecture, Setting<DataSet>? data)
    {
        if (architecture is not null && data is not null && architecture.Value.Input != data.Value.Shape)
        {
            settings.ReportMismatch(
                Descriptors.DataDoesNotFit,
                [data, architecture],
                architecture.Value.Name,
                architecture.Value.Input.ToString(),
                data.Value.Name,
                data.Value.Shape.ToString());
        }
    }

    private static void CheckLoss(Settings settings, Setting<Architecture>? architecture, Setting<Loss>? loss)
    {
        if (loss is { Value.NeedsVariational: true } && architecture is { Value.Kind: not ArchitectureKind.Variational })
        {
            settings.ReportMismatch(Descriptors.LossNeedsVariational, [loss, architecture], loss.Value.Name, architecture.Value.Name, "plain");
        }
    }

    private static void WarnOfMissingSeed(Entry entry, DiagnosticBag diagnostics)
    {
        if (entry.ReportsMissing && entry.Mapping.Find(Seed.Name) is null)
        {
            diagnostics.Report(Descriptors.MissingSeed, entry.Place);
        }
    }

    /// <summary>Who does not shuffle knows that a batch holds every image.</summary>
    private static void WarnOfLargeBatch(Settings settings, DiagnosticBag diagnostics)
    {
        if (settings.Find(Batch) is { } batch
            && settings.Find(Take) is { Value: { } take } taken
            && batch.Value > take
            && settings.Find(Shuffle) is { Value: true }
            && new Setting[] { batch, taken }.FirstOrDefault(setting => !setting.IsInherited) is { } own)
        {
            diagnostics.Report(Descriptors.BatchTooLarge, own.Place, Invariant($"{batch.Value}"), Invariant($"{take}"));
        }
    }
}
