using Repro.Generators.Language;

namespace Repro.Generators.Vocabulary.Schedules;

/// <summary>An argument of a schedule's factory.</summary>
/// <param name="Name">Its name in the factory.</param>
/// <param name="Value">C# of its value.</param>
/// <param name="Spec">Its text in the hash.</param>
internal sealed record ScheduleArgument(string Name, string Value, string Spec)
{
    /// <summary>An argument whose value is written in C# as in the file.</summary>
    public static ScheduleArgument Of(Key key, string value, string? name = null) => new(name ?? key.Name, value, $"{key.Name}={value}");
}
