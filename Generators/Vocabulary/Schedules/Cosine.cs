using Repro.Generators.Language;

namespace Repro.Generators.Vocabulary.Schedules;

/// <summary>The cosine schedule; by default half a wave to the end of the training.</summary>
internal static class Cosine
{
    private const string Argument = "T_max";

    private static readonly Key<long> Half = Key.Optional(
        "t_max",
        Ranges.Count,
        "How long the rate falls before it rises again; by default from the warm-up to the end of the training.",
        "100");

    public static readonly Definition<Schedule?> Definition = ScheduleDefinition.PerEpochOrStep(
        "cosine",
        "CosineAnnealingLR",
        "The rate falls along half a cosine wave (Loshchilov and Hutter, 2017, without restarts).",
        new(Half, HalfOf),
        ScheduleSetting.Number(Key.Optional("eta_min", Ranges.NotNegative, "0", "The least rate.", "1e-5")));

    private static ScheduleArgument HalfOf(Settings settings)
    {
        if (settings.Find(Half) is { } given)
        {
            return ScheduleArgument.Of(Half, Invariant($"{given.Value}"), Argument);
        }

        var length = settings.Get(ScheduleDefinition.Per) == Clock.Step ? "steps" : "Epochs";
        var warmUp = settings.Get(ScheduleDefinition.WarmUp);
        return new(Argument, warmUp == 0 ? length : Invariant($"{length} - {warmUp}"), $"{Half.Name}=rest");
    }
}
