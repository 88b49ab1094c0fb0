using Repro.Generators.Common;
using Repro.Generators.Language;
using Repro.Generators.Language.Values;

namespace Repro.Generators.Vocabulary.Schedules;

/// <summary>A setting of a schedule: a key of the file that becomes an argument of torch's factory.</summary>
/// <param name="Key">The key.</param>
/// <param name="Read">Creates the argument from the settings.</param>
internal sealed record ScheduleSetting(Key Key, Func<Settings, ScheduleArgument> Read)
{
    public static ScheduleSetting Number(Key<decimal> key, string? argument = null) =>
        new(key, settings => ScheduleArgument.Of(key, settings.Get(key).Canonical(), argument));

    public static ScheduleSetting Whole(Key<long> key) => new(key, settings => ScheduleArgument.Of(key, Invariant($"{settings.Get(key)}")));

    public static ScheduleSetting Flag(string name, string absent, string summary)
    {
        var key = Key.Optional(name, new Truth(), absent, summary, absent == "true" ? "false" : "true");
        return new(key, settings => ScheduleArgument.Of(key, settings.Get(key) ? "true" : "false"));
    }

    /// <summary>One of several words, each with its C#.</summary>
    public static ScheduleSetting Word(
        string name, string absent, string summary, params (string Word, string Summary, string Code)[] words)
    {
        var choice = new Choice<(string Word, string Code)>(
            name, () =>
                [.. words.Select(word => new Definition<(string, string)>(word.Word, word.Summary, [], _ => (word.Word, word.Code)))]);
        var key = Key.Optional(name, choice, absent, summary, words[words.Length - 1].Word);
        return new(key, settings => new(name, settings.Get(key).Code, $"{name}={settings.Get(key).Word}"));
    }
}
