using Repro.Generators.Common;
using Repro.Generators.Language;

namespace Repro.Generators.Vocabulary.Schedules;

/// <summary>A lower rate when the loss does not fall.</summary>
internal static class Plateau
{
    private static readonly Key<decimal> LeastRate = Key.Optional("min_learning_rate", Ranges.NotNegative, "0", "The least rate.", "1e-6");

    public static readonly Definition<Schedule?> Definition = ScheduleDefinition.OnLoss(
        "reduce_on_plateau",
        "ReduceLROnPlateau",
        "The rate is multiplied by a factor when the loss has not fallen for too long: the validation loss if there is one.",
        ScheduleSetting.Number(Key.Optional("factor", Ranges.Decay, "0.1", "The factor.", "0.5")),
        ScheduleSetting.Whole(Key.Optional(
            "patience", Ranges.CountOrNone, "10", "Epochs without a lower loss before the rate changes.", "20")),
        ScheduleSetting.Number(Key.Optional("threshold", Ranges.Slope, "1e-4", "How much lower counts as lower.", "1e-3")),
        ScheduleSetting.Word(
            "threshold_mode",
            "rel",
            "The meaning of the threshold.",
            ("rel", "A share of the lowest loss.", "\"rel\""),
            ("abs", "A difference from the lowest loss.", "\"abs\"")),
        ScheduleSetting.Whole(Key.Optional("cooldown", Ranges.CountOrNone, "0", "Epochs after a change that do not count.", "5")),
        new(LeastRate, settings => new(
            "min_lr", $"[{settings.Get(LeastRate).Canonical()}]", $"{LeastRate.Name}={settings.Get(LeastRate).Canonical()}")),
        ScheduleSetting.Number(Key.Optional("eps", Ranges.NotNegative, "1e-8", "Smaller changes of the rate are skipped.", "0")));
}
