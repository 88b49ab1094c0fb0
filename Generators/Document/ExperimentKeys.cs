using System.Collections.Immutable;
using Repro.Generators.Common;
using Repro.Generators.Language;
using Repro.Generators.Language.Values;
using Repro.Generators.Vocabulary;
using Repro.Generators.Vocabulary.Losses;
using Repro.Generators.Vocabulary.Optimizers;
using Repro.Generators.Vocabulary.Schedules;

namespace Repro.Generators.Document;

/// <summary>The keys of an experiment.</summary>
internal static class ExperimentKeys
{
    public static readonly Key<string> Like = Key.Optional(
        Inheritance.Like,
        new Reference("another experiment"),
        "Another experiment whose keys this one inherits, except those that it gives itself.",
        "vae-70");

    public static readonly Key<Instance> Architecture = Key.Required(
        "architecture",
        new InstanceValue("an architecture", "{ vae: { width: 32 } }"),
        "The architecture to train, alone or with other parameters. Its input is the shape of the images.",
        "vae");

    public static readonly Key<string> Data = Key.Required("data", new Reference("a data set"), "The data set to train on.", "faces");

    public static readonly Key<long?> Take = Key.Optional(
        "take",
        new NumberOr<long>("all", Ranges.Count),
        "all",
        "How many images to use: the first in ordinal order of their names.",
        "70");

    public static readonly Key<decimal?> Validation = Key.Optional(
        "validation",
        new CountOrShare(Ranges.Count),
        "none",
        "How many of these images are held back, or what share. The loss on them is computed after each epoch.",
        "0.2");

    public static readonly Key<long> Seed = Key.Optional(
        "seed",
        Ranges.Seed,
        "0",
        "The seed of all random numbers. The generator uses 32 bits, so a larger seed would repeat a smaller one.",
        "42");

    public static readonly Key<long> Epochs = Key.Required("epochs", Ranges.Count, "Passes over the data set.", "300");

    public static readonly Key<long> Batch = Key.Required(
        "batch", Ranges.Count, "Images in a step; the last step of an epoch may have fewer.", "128");

    public static readonly Key<bool> Shuffle = Key.Optional(
        "shuffle", new Truth(), "true", "Whether each epoch visits the images in a new order.", "false");

    public static readonly Key<Optimizer> Optimizer = Key.Required(
        "optimizer",
        new Choice<Optimizer>("optimizer", () => OptimizerCatalog.All),
        "The optimizer that changes the weights in each step.",
        "{ adam: { learning_rate: 1e-3 } }");

    public static readonly Key<Schedule?> Schedule = Key.Optional(
        "schedule",
        new Choice<Schedule?>("schedule", () => ScheduleCatalog.All),
        "constant",
        "How the learning rate changes from epoch to epoch or from step to step.",
        "{ step: { step_size: 100 } }");

    public static readonly Key<decimal?> ClipGradients = Key.Optional(
        "clip_gradients",
        new NumberOr<decimal>("none", new RealNumber(1e-20m, 1000000)),
        "none",
        "The largest norm of a step's gradients, all weights taken as one vector. Larger gradients are scaled down to it.",
        "1");

    public static readonly Key<Loss> Loss = Key.Required(
        "loss", new Choice<Loss>("loss", () => LossCatalog.All), "The loss that training minimizes.", "evidence_lower_bound");

    public static readonly Key<EquatableArray<long>> Captures = Key.Optional(
        "captures",
        new NumberList("a list of epochs", Ranges.Count),
        "[]",
        "Epochs after which images are captured, ascending, none after the last epoch.",
        "[10, 130, 300]");

    public static readonly Key<long?> CheckpointEvery = Key.Optional(
        "checkpoint_every",
        new NumberOr<long>("auto", Ranges.Count),
        "auto",
        "Epochs between checkpoints; auto goes by time, so a crash costs less than a minute. It changes no result.",
        "10");

    public static readonly Key<long> Checkpoints = Key.Optional(
        "checkpoints",
        new WholeNumber(1, 1000),
        "2",
        "How many of the newest checkpoints are kept during training. A run falls back to an older one if one is damaged.",
        "5");

    public static readonly ImmutableArray<Key> All =
    [
        Like, MatrixExpansion.Key, Architecture, Data, Take, Validation, Seed, Epochs, Batch, Shuffle, Optimizer, Schedule,
        ClipGradients, Loss, Captures, CheckpointEvery, Checkpoints,
    ];
}
