using System.Collections.Immutable;
using Repro.Generators.Common;
using Repro.Generators.Language;
using Repro.Generators.Language.Values;

namespace Repro.Generators.Vocabulary.Schedules;

/// <summary>Every schedule of the language, with TorchSharp's defaults.</summary>
internal static class ScheduleCatalog
{
    private static readonly Key<EquatableArray<long>> Milestones = Key.Required(
        "milestones",
        new NumberList("a list of epochs or steps", Ranges.Count),
        "When the rate changes; one that stands there twice counts twice.",
        "[100, 200]");

    private static readonly Key<decimal> Gamma = Key.Optional("gamma", Ranges.NotNegative, "0.1", "The factor.", "0.5");

    public static readonly ImmutableArray<Definition<Schedule?>> All =
    [
        new("constant", "The rate stays what the optimizer is given.", [], _ => null),
        ScheduleDefinition.PerEpochOrStep(
            "step",
            "StepLR",
            "The rate is multiplied by a factor again and again.",
            ScheduleSetting.Whole(Key.Required("step_size", Ranges.Count, "How long it is from one change to the next.", "100")),
            ScheduleSetting.Number(Gamma)),
        ScheduleDefinition.PerEpochOrStep(
            "multi_step",
            "MultiStepLR",
            "The rate is multiplied by a factor at certain times.",
            new(Milestones, settings => ScheduleArgument.Of(Milestones, $"[{string.Join(", ", settings.Get(Milestones))}]")),
            ScheduleSetting.Number(Gamma)),
        ScheduleDefinition.PerEpochOrStep(
            "exponential",
            "ExponentialLR",
            "The rate is multiplied by a factor every time.",
            ScheduleSetting.Number(Key.Required("gamma", Ranges.NotNegative, "The factor.", "0.99"))),
        Cosine.Definition,
        ScheduleDefinition.WithoutWarmUp(
            "linear",
            "LinearLR",
            "The rate goes in a straight line from one share of what the optimizer is given to another, and then stays.",
            ScheduleSetting.Number(Key.Optional(
                "start_factor", new RealNumber(1e-20m, 1), "0.3333333333333333", "The first share.", "0.1")),
            ScheduleSetting.Number(Key.Optional("end_factor", Ranges.Slope, "1", "The last share.", "0.5")),
            ScheduleSetting.Whole(Key.Optional("total_iters", Ranges.Count, "5", "How long the line is.", "10"))),
        OneCycle.Definition,
        Plateau.Definition,
    ];
}
