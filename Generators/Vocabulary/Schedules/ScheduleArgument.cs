using Repro.Generators.Language;

namespace Repro.Generators.Vocabulary.Schedules;

/// <summary>An argument of a schedule's factory.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Value">C# of its value.</param>
/// <param name="Spec">What the file says of it.</param>
internal sealed record ScheduleArgument(string Name, string Value, string Spec)
{
    /// <summary>One whose value is written in C# as in the file.</summary>
    public static ScheduleArgument Of(Key key, string value, string? name = null) => new(name ?? key.Name, value, $"{key.Name}={value}");
}
