using Repro.Generators.Vocabulary;
using Repro.Generators.Vocabulary.Schedules;

namespace Repro.Generators.Emit;

/// <summary>Writes <c>Schedule</c>.</summary>
internal static class ScheduleEmitter
{
    public static void Emit(CodeWriter writer, Schedule schedule)
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Open($"public override {GlobalNames.Runtime}.LearningRateSchedule Schedule(int stepsPerEpoch)"))
        {
            if (schedule.Clock == Clock.Step)
            {
                writer.Line($"var steps = {GlobalNames.Runtime}.LearningRateSchedule.StepsOf(Epochs, stepsPerEpoch);");
            }

            var (method, length) = schedule.Clock switch
            {
                Clock.Step => ("PerStep", "steps"),
                Clock.Epoch => ("PerEpoch", "Epochs"),
                _ => ("OnLoss", "Epochs"),
            };
            var warmUp = schedule.WarmUp == 0 ? "" : Invariant($", warmUp: {schedule.WarmUp}");
            writer.Line($"return {GlobalNames.Runtime}.LearningRateSchedule.{method}(Optimizer, {length}, Create{warmUp});");
            writer.Line();
            writer.Line($"{GlobalNames.Optim}.lr_scheduler.LRScheduler Create() =>");
            writer.Line($"    {schedule.Create()};");
        }
    }
}
