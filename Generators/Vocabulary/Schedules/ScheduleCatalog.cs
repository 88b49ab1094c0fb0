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
        "When the rate changes. One that is listed twice counts twice.",
        "[100, 200]");

    private static readonly Key<decimal> Gamma = Key.Optional("gamma", Ranges.NotNegative, "0.1", "The factor.", "0.5");

    public static readonly ImmutableArray<Definition<Schedule?>> All =
    [
        new("constant", "The rate stays that of the optimizer.", [], _ => null),
        ScheduleDefinition.PerEpochOrStep(
            "step",
            "StepLR",
            "The rate is multiplied by a factor at regular times.",
            ScheduleSetting.Whole(Key.Required("step_size", Ranges.Count, "The time between changes.", "100")),
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
            "The rate goes in a straight line from one share of the optimizer's rate to another, and then stays.",
            ScheduleSetting.Number(Key.Optional(
                "start_factor", new RealNumber(1e-20m, 1), "0.3333333333333333", "The first share.", "0.1")),
            ScheduleSetting.Number(Key.Optional("end_factor", Ranges.Slope, "1", "The last share.", "0.5")),
            ScheduleSetting.Whole(Key.Optional("total_iters", Ranges.Count, "5", "How long the line is.", "10"))),
        OneCycle.Definition,
        Plateau.Definition,
    ];
}
