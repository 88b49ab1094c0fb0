using Repro.Generators.Language;

namespace Repro.Generators.Vocabulary.Schedules;

/// <summary>One cycle over all steps of the training.</summary>
internal static class OneCycle
{
    public static readonly Definition<Schedule?> Definition = ScheduleDefinition.ToTheLastStep(
        "one_cycle",
        "OneCycleLR",
        "One cycle over all steps (Smith and Topin, 2018): the rate rises to a maximum and falls far below its start, and the momentum "
        + "(beta1 of Adam) goes the other way.",
        ScheduleSetting.Number(Key.Required("max_learning_rate", Ranges.Positive, "The highest rate.", "0.01"), "max_lr"),
        ScheduleSetting.Number(Key.Optional("pct_start", Ranges.Slope, "0.3", "The share of the steps in which the rate rises.", "0.1")),
        ScheduleSetting.Word(
            "anneal_strategy",
            "cos",
            "The way from one rate to another.",
            ("cos", "Along half a cosine wave.", GlobalNames.Optim + ".lr_scheduler.impl.OneCycleLR.AnnealStrategy.Cos"),
            ("linear", "Along a straight line.", GlobalNames.Optim + ".lr_scheduler.impl.OneCycleLR.AnnealStrategy.Linear")),
        ScheduleSetting.Flag("cycle_momentum", "true", "Whether to change the momentum too."),
        ScheduleSetting.Number(Key.Optional("base_momentum", Ranges.Decay, "0.85", "The momentum at the highest rate.", "0.8")),
        ScheduleSetting.Number(Key.Optional("max_momentum", Ranges.Decay, "0.95", "The momentum at the first rate and the last.", "0.9")),
        ScheduleSetting.Number(Key.Optional("div_factor", Ranges.RateQuotient, "25", "The highest rate divided by the first.", "10")),
        ScheduleSetting.Number(Key.Optional(
            "final_div_factor", Ranges.RateQuotient, "10000", "The first rate divided by the last.", "1000")),
        ScheduleSetting.Flag("three_phase", "false", "Whether the rate falls to the first one as fast as it rose, and then to the last."));
}
