using Repro.Generators.Common;
using Repro.Generators.Document;
using Repro.Generators.Language;
using Repro.Generators.Syntax.Diagnostics;
using Repro.Generators.Vocabulary.Layers;
using Repro.Generators.Vocabulary.Losses;
using Repro.Generators.Vocabulary.Schedules;
using Keys = Repro.Generators.Document.ExperimentKeys;

namespace Repro.Generators.Resolution;

/// <summary>Reads an experiment and checks that its parts fit each other.</summary>
internal static class ExperimentReader
{
    public static Experiment? Read(
        Entry entry,
        string? identifier,
        IReadOnlyDictionary<string, DataSet?> dataSets,
        IReadOnlyList<Entry> dataEntries,
        ArchitectureLibrary architectures,
        DiagnosticBag diagnostics)
    {
        CheckName(entry, diagnostics);
        var settings = entry.Read(Keys.All, diagnostics);
        var architecture = settings.Find(Keys.Architecture) is { } use ? architectures.Find(use) : null;
        var data = settings.Resolve(Keys.Data, "data set", dataSets);
        CheckCaptures(settings, settings.Find(Keys.Captures), settings.Find(Keys.Epochs));
        CheckData(settings, architecture, data);
        CheckValidation(settings, settings.Find(Keys.Validation), settings.Find(Keys.Take));
        CheckLoss(settings, architecture, settings.Find(Keys.Loss));
        CheckSchedule(settings, settings.Find(Keys.Schedule), settings.Find(Keys.Epochs));
        CheckBatches(settings, architecture, settings.Find(Keys.Batch));
        WarnOfUnboundedPixels(settings, architecture, settings.Find(Keys.Loss), diagnostics);
        WarnOfMissingSeed(entry, diagnostics);
        WarnOfLargeBatch(settings, diagnostics);
        return settings.Failed || identifier is null || architecture is null
            ? null
            : new()
            {
                Name = entry.Name,
                Identifier = identifier,
                Architecture = architecture.Value,
                Data = data!.Value,
                Take = settings.Get(Keys.Take),
                Validation = settings.Get(Keys.Validation),
                Seed = settings.Get(Keys.Seed),
                Epochs = settings.Get(Keys.Epochs),
                Batch = settings.Get(Keys.Batch),
                Shuffle = settings.Get(Keys.Shuffle),
                Optimizer = settings.Get(Keys.Optimizer),
                OptimizerPath = settings.Find(Keys.Optimizer)!.Place.Name,
                Schedule = settings.Get(Keys.Schedule),
                ClipGradients = settings.Get(Keys.ClipGradients),
                Loss = settings.Get(Keys.Loss),
                LossPath = settings.Find(Keys.Loss)!.Place.Name,
                Captures = settings.Get(Keys.Captures),
                CheckpointEvery = settings.Get(Keys.CheckpointEvery),
                Checkpoints = settings.Get(Keys.Checkpoints),
                Cell = entry.Cell,
                Text = Specification.Of(entry, dataEntries),
            };
    }

    // Case is ignored, as many file systems do.
    private static void CheckName(Entry entry, DiagnosticBag diagnostics)
    {
        if (entry.Name.Equals("report", StringComparison.OrdinalIgnoreCase))
        {
            diagnostics.Report(
                Descriptors.UnusableName, entry.NamePlace, entry.Name.Quoted(), entry.What.WithArticle(),
                "its results would go to artifacts/report, the folder of the report");
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

        // The runtime rounds a share the same way: to the nearest whole number, at least 1.
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
            settings.ReportMismatch(
                Descriptors.LossNeedsVariational, [loss, architecture], loss.Value.Name, architecture.Value.Name, "plain");
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

        // The number of images that train is known only without validation.
        var take = settings.Find(Keys.Validation) is { Value: null } ? settings.Find(Keys.Take) : null;
        if (batch.Value == 1 || take?.Value % batch.Value == 1)
        {
            settings.ReportMismatch(
                Descriptors.SingleValue,
                take is null ? [batch, architecture] : [batch, take, architecture],
                architecture.Value.Name,
                batch.Value == 1 ? "every step" : "the last step of an epoch");
        }
    }

    private static void WarnOfUnboundedPixels(
        Settings settings, Setting<Architecture>? architecture, Setting<Loss>? loss, DiagnosticBag diagnostics)
    {
        if (architecture is { Value.Range: not OutputRange.Bounded } && loss is { Value.ComparesPixels: true }
            && new Setting[] { loss, architecture }.FirstOrDefault(setting => !setting.IsInherited) is { } own)
        {
            var decoder = architecture.Value.Decoder;
            diagnostics.Report(
                Descriptors.UnboundedPixels, own.Place, architecture.Value.Name, decoder[decoder.Count - 1].Name.Quoted(),
                loss.Value.Name.Quoted());
        }
    }

    private static void WarnOfMissingSeed(Entry entry, DiagnosticBag diagnostics)
    {
        if (entry.ReportsMissing && entry.Mapping.Find(Keys.Seed.Name) is null)
        {
            diagnostics.Report(Descriptors.MissingSeed, entry.Place);
        }
    }

    /// <summary>Without shuffling a batch of all images is intended.</summary>
    private static void WarnOfLargeBatch(Settings settings, DiagnosticBag diagnostics)
    {
        if (settings.Find(Keys.Batch) is { } batch
            && settings.Find(Keys.Take) is { Value: { } take } taken
            && batch.Value > take
            && settings.Find(Keys.Shuffle) is { Value: true }
            && new Setting[] { batch, taken }.FirstOrDefault(setting => !setting.IsInherited) is { } own)
        {
            diagnostics.Report(Descriptors.BatchTooLarge, own.Place, Invariant($"{batch.Value}"), Invariant($"{take}"));
        }
    }
}
