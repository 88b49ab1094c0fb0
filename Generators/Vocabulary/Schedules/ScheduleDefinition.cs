using Repro.Generators.Common;
using Repro.Generators.Language;
using Repro.Generators.Language.Values;

namespace Repro.Generators.Vocabulary.Schedules;

/// <summary>Declares schedules by when they advance.</summary>
internal static class ScheduleDefinition
{
    /// <summary>Whether a schedule advances after each epoch or each step.</summary>
    public static readonly Key<Clock> Per = Key.Optional(
        "per",
        new Choice<Clock>(
            "clock", () => [new("epoch", "After each epoch.", [], _ => Clock.Epoch), new("step", "After each step.", [], _ => Clock.Step)]),
        "epoch",
        "Whether it advances after each epoch or each step. Its counts are in this unit.",
        "step");

    /// <summary>The length of the warm-up.</summary>
    public static readonly Key<long> WarmUp = Key.Optional(
        "warm_up",
        Ranges.CountOrNone,
        "0",
        "The length w of a warm-up before the schedule. The rate is 1/(w + 1), 2/(w + 1), … of the optimizer's.",
        "5");

    /// <summary>A schedule that advances after each epoch or each step, as the file says.</summary>
    public static Definition<Schedule?> PerEpochOrStep(string name, string factory, string summary, params ScheduleSetting[] settings) =>
        new(
            name, summary, [.. settings.Select(setting => setting.Key), Per, WarmUp],
            given => new(name, factory, given.Get(Per), given.Get(WarmUp), Arguments(settings, given)));

    /// <summary>A schedule that is its own warm-up. It advances after each epoch or each step.</summary>
    public static Definition<Schedule?> WithoutWarmUp(string name, string factory, string summary, params ScheduleSetting[] settings) =>
        new(
            name, summary, [.. settings.Select(setting => setting.Key), Per],
            given => new(name, factory, given.Get(Per), 0, Arguments(settings, given)));

    /// <summary>A schedule that advances after each step until the end of the training.</summary>
    public static Definition<Schedule?> ToTheLastStep(string name, string factory, string summary, params ScheduleSetting[] settings) =>
        new(
            name,
            summary,
            [.. settings.Select(setting => setting.Key)],
            given =>
                new(
                    name, factory, Clock.Step, 0,
                    Arguments(settings, given).Prepend(new("total_steps", "steps", "total_steps=all")).ToEquatableArray()));

    /// <summary>A schedule that follows the loss of each epoch.</summary>
    public static Definition<Schedule?> OnLoss(string name, string factory, string summary, params ScheduleSetting[] settings) =>
        new(
            name, summary, [.. settings.Select(setting => setting.Key), WarmUp],
            given => new(name, factory, Clock.Loss, given.Get(WarmUp), Arguments(settings, given)));

    private static EquatableArray<ScheduleArgument> Arguments(ScheduleSetting[] settings, Settings given) =>
        settings.Select(setting => setting.Read(given)).ToEquatableArray();
}
