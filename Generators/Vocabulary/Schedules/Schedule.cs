using Repro.Generators.Common;

namespace Repro.Generators.Vocabulary.Schedules;

/// <summary>A schedule of the learning rate. A new schedule is one line in <see cref="ScheduleCatalog"/>.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Factory">The method of torch.optim.lr_scheduler that creates it.</param>
/// <param name="Clock">When it advances.</param>
/// <param name="WarmUp">The epochs or steps of the linear warm-up before it.</param>
/// <param name="Arguments">Its settings, as arguments of the factory.</param>
internal sealed record Schedule(string Name, string Factory, Clock Clock, long WarmUp, EquatableArray<ScheduleArgument> Arguments)
{
    /// <summary>Its name in descriptions.</summary>
    public string Noun =>
        $"the {Name.Replace('_', '-')} schedule"
        + (WarmUp == 0 ? "" : Invariant(
            $" after a warm-up of {WarmUp} {(Clock == Clock.Step ? "step" : "epoch")}{(WarmUp == 1 ? "" : "s")}"));

    /// <summary>Everything about it that can change a result, in one line.</summary>
    public string Spec =>
        Invariant($"{Name} per={Clock} warm_up={WarmUp}") + string.Concat(Arguments.Select(argument => $" {argument.Spec}"));

    /// <summary>
    /// C# that constructs torch's schedule for <c>Optimizer</c>; <c>Epochs</c> or <c>steps</c> is the length of the training.
    /// </summary>
    public string Create()
    {
        var arguments = string.Concat(Arguments.Select(argument => $", {argument.Name}: {argument.Value}"));
        return $"{GlobalNames.Optim}.lr_scheduler.{Factory}(Optimizer{arguments})";
    }
}
