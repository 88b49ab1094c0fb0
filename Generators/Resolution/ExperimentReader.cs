using System.Collections.Immutable;
using Repro.Generators.Common;
using Repro.Generators.Diagnostics;
using Repro.Generators.Language;
using Repro.Generators.Language.Values;
using Repro.Generators.Layers;
using Repro.Generators.Losses;
using Repro.Generators.Optimizers;
using Repro.Generators.Schedules;
using Repro.Generators.Shapes;

namespace Repro.Generators.Model;

/// <summary>Reads an experiment and checks that its parts fit each other.</summary>
internal static class ExperimentReader
{
    private static readonly Key<string> Like = Key.Optional(
        Inheritance.Like, new Reference("another experiment"), "Another experiment, of which this one has all keys that it does not give itself.", "vae-70");

    private static readonly Key<Instance> ArchitectureKey = Key.Required(
        "architecture",
        new InstanceValue("an architecture", "{ vae: { width: 32 } }"),
        "What is trained, alone or with other parameters; its input is the shape of the images.",
        "vae");

    private static readonly Key<string> Data = Key.Required("data", new Reference("a data set"), "What it is trained on.", "faces");

    private static readonly Key<long?> Take = Key.Optional(
        "take", new NumberOr<long>("all", Ranges.Count), "all", "How many images are used, the first in ordinal order of their names.", "70");

    private static readonly Key<decimal?> Validation = Key.Optional(
        "validation",
        new CountOrShare(Ranges.Count),
        "none",
        "How many of these are held back from training, or what share of them, to compute the loss on them after each epoch.",
        "0.2");

    private static readonly Key<long> Seed = Key.Optional(
        "seed", Ranges.Seed, "0", "The seed of everything that is drawn; its 32 bits are the generator's state, so a larger one would repeat a smaller one.", "42");

    private static readonly Key<long> Epochs = Key.Required("epochs", Ranges.Count, "Passes over the data set.", "300");

    private static readonly Key<long> Batch = Key.Required(
        "batch", Ranges.Count, "Images in a step; the last step of an epoch may have fewer.", "128");

    private static readonly Key<bool> Shuffle = Key.Optional(
        "shuffle", new Truth(), "true", "Whether each epoch visits the images in a new order.", "false");

    private static readonly Key<Optimizer> OptimizerKey = Key.Required(
        "optimizer", new Choice<Optimizer>("optimizer", () => OptimizerCatalog.All), "What changes the weights in a step.", "{ adam: { learning_rate: 1e-3 } }");

    private static readonly Key<Schedule?> ScheduleKey = Key.Optional(
        "schedule",
        new Choice<Schedule?>("schedule", () => ScheduleCatalog.All),
        "constant",
        "How the learning rate changes from epoch to epoch or from step to step.",
        "{ step: { step_size: 100 } }");

    private static readonly Key<decimal?> ClipGradients = Key.Optional(
        "clip_gradients",
        new NumberOr<decimal>("none", new RealNumber(1e-20m, 1000000)),
        "none",
        "The norm that the gradients of a step are scaled down to where theirs is higher, all weights taken as one vector.",
        "1");

    private static readonly Key<Loss> LossKey = Key.Required(
        "loss", new Choice<Loss>("loss", () => LossCatalog.All), "What training makes small.", "evidence_lower_bound");

    private static readonly Key<EquatableArray<long>> Captures = Key.Optional(
        "captures",
        new NumberList("a list of epochs", Ranges.Count),
        "[]",
        "Epochs after which images are captured, ascending, none after the last epoch.",
        "[10, 130, 300]");

    private static readonly Key<long?> CheckpointEvery = Key.Optional(
        "checkpoint_every",
        new NumberOr<long>("auto", Ranges.Count),
        "auto",
        "Epochs from one checkpoint to the next; auto goes by time, so that a crash costs less than a minute. It changes no number.",
        "10");

    private static readonly Key<long> Checkpoints = Key.Optional(
        "checkpoints", new WholeNumber(1, 1000), "2", "How many checkpoints are kept while it trains, the newest; a damaged one has those before it to fall back to.", "5");

    public static readonly ImmutableArray<Key> Keys =
    [
        Like, MatrixExpansion.Key, ArchitectureKey, Data, Take, Validation, Seed, Epochs, Batch, Shuffle, OptimizerKey, ScheduleKey,
        ClipGradients, LossKey, Captures, CheckpointEvery, Checkpoints,
    ];

    public static Experiment? Read(
        Entry entry,
        string? identifier,
        IReadOnlyDictionary<string, DataSet?> dataSets,
        IReadOnlyList<Entry> dataEntries,
        ArchitectureLibrary architectures,
        DiagnosticBag diagnostics)
    {
        CheckName(entry, diagnostics);
        var settings = entry.Read(Keys, diagnostics);
        var architecture = settings.Find(ArchitectureKey) is { } use ? architectures.Find(use) : null;
        var data = settings.Resolve(Data, "data set", dataSets);
        CheckCaptures(settings, settings.Find(Captures), settings.Find(Epochs));
        CheckData(settings, architecture, data);
        CheckValidation(settings, settings.Find(Validation), settings.Find(Take));
        CheckLoss(settings, architecture, settings.Find(LossKey));
        CheckSchedule(settings, settings.Find(ScheduleKey), settings.Find(Epochs));
        CheckBatches(settings, architecture, settings.Find(Batch));
        WarnOfUnboundedPixels(settings, architecture, settings.Find(LossKey), diagnostics);
        WarnOfMissingSeed(entry, diagnostics);
        WarnOfLargeBatch(settings, diagnostics);
        return settings.Failed || identifier is null || architecture is null
            ? null
            : new(
                entry.Name,
                identifier,
                architecture.Value,
                data!.Value,
                settings.Get(Take),
                settings.Get(Validation),
                settings.Get(Seed),
                settings.Get(Epochs),
                settings.Get(Batch),
                settings.Get(Shuffle),
                settings.Get(OptimizerKey),
                settings.Find(OptimizerKey)!.Place.Name,
                settings.Get(ScheduleKey),
                settings.Get(ClipGradients),
                settings.Get(LossKey),
                settings.Find(LossKey)!.Place.Name,
                settings.Get(Captures),
                settings.Get(CheckpointEvery),
                settings.Get(Checkpoints),
                entry.Cell,
                Specification.Of(entry, dataEntries));
    }

    // Case is ignored, as many file systems do.
    private static void CheckName(Entry entry, DiagnosticBag diagnostics)
    {
        if (entry.Name.Equals("report", StringComparison.OrdinalIgnoreCase))
        {
            diagnostics.Report(
                Descriptors.UnusableName, entry.NamePlace, entry.Name.Quoted(), entry.What.WithArticle(), "its results would go to artifacts/report, the folder of the report");
        }
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

    private static void CheckValidation(Settings settings, Setting<decimal?>? validation, Setting<long?>? take)
    {
        if (validation?.Value is not { } size || take?.Value is not { } images)
        {
            return;
        }

        // As the runtime counts a share: the nearest whole number, and at least 1.
        var heldBack = size < 1 ? Math.Max(1, decimal.Floor((size * images) + 0.5m)) : size;
        if (heldBack >= images)
        {
            settings.ReportMismatch(Descriptors.NothingToTrainOn, [validation, take], Invariant($"{heldBack:0}"), Invariant($"{images}"));
        }
    }

    private static void CheckLoss(Settings settings, Setting<Architecture>? architecture, Setting<Loss>? loss)
    {
        if (loss is { Value.NeedsVariational: true } && architecture is { Value.IsVariational: false })
        {
            settings.ReportMismatch(Descriptors.LossNeedsVariational, [loss, architecture], loss.Value.Name, architecture.Value.Name, "plain");
        }

        if (loss is { Value.Error.NeedsProbabilities: true } && architecture is { Value.GivesProbabilities: false })
        {
            settings.ReportMismatch(
                Descriptors.LossNeedsProbabilities,
                [loss, architecture],
                loss.Value.Error.Name,
                architecture.Value.Name,
                architecture.Value.Decoder[architecture.Value.Decoder.Count - 1].Name);
        }
    }

    private static void CheckSchedule(Settings settings, Setting<Schedule?>? schedule, Setting<long>? epochs)
    {
        if (schedule?.Value is { Clock: not Clock.Step } given && given.WarmUp >= epochs?.Value)
        {
            settings.ReportMismatch(
                Descriptors.WarmUpTooLong, [schedule, epochs], Invariant($"{given.WarmUp}"), Invariant($"{epochs.Value}"));
        }
    }

    /// <summary>Whether a step has one image, for a layer that normalizes by mean and variance of several.</summary>
    private static void CheckBatches(Settings settings, Setting<Architecture>? architecture, Setting<long>? batch)
    {
        if (architecture is not { Value.NeedsSeveralImages: true } || batch is null)
        {
            return;
        }

        // How many images are held back is known only if none are.
        var take = settings.Find(Validation) is { Value: null } ? settings.Find(Take) : null;
        if (batch.Value == 1 || take?.Value % batch.Value == 1)
        {
            settings.ReportMismatch(
                Descriptors.SingleValue,
                take is null ? [batch, architecture] : [batch, take, architecture],
                architecture.Value.Name,
                batch.Value == 1 ? "every step" : "the last step of an epoch");
        }
    }

    private static void WarnOfUnboundedPixels(Settings settings, Setting<Architecture>? architecture, Setting<Loss>? loss, DiagnosticBag diagnostics)
    {
        if (architecture is { Value.Range: not OutputRange.Bounded } && loss is { Value.ComparesPixels: true }
            && new Setting[] { loss, architecture }.FirstOrDefault(setting => !setting.IsInherited) is { } own)
        {
            var decoder = architecture.Value.Decoder;
            diagnostics.Report(
                Descriptors.UnboundedPixels, own.Place, architecture.Value.Name, decoder[decoder.Count - 1].Name.Quoted(), loss.Value.Name.Quoted());
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
