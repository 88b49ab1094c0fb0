using Repro.Generators.Common;

namespace Repro.Generators.Resolution.Shapes;

/// <summary>The place of a list of parts in an architecture.</summary>
/// <param name="Path">The list's place in messages: <c>encoder</c>, <c>encoder.2.down.layers</c>.</param>
/// <param name="Field">The beginning of its fields: <c>encoder</c>, <c>layers</c>.</param>
/// <param name="Class">The beginning of the classes of its blocks: <c>Encoder</c>, <c>Encoder2Down</c>.</param>
/// <param name="Index">The number of the repeat and of the round if the list is repeated: <c>3_1_</c>.</param>
internal sealed record StackPlace(string Path, string Field, string Class, string Index = "")
{
    public static StackPlace Of(string stack) => new(stack, stack, stack.Capitalized());

    /// <summary>The field of an item, counted from 1: <c>encoder2_conv</c>.</summary>
    public string FieldOf(int number, string name) => Invariant($"{Field}{Index}{number}_{name.Replace('-', '_')}");

    /// <summary>The place of an item in messages: <c>encoder.2.conv</c>.</summary>
    public string PathOf(int number, string name) => Invariant($"{Path}.{number}.{name}");

    /// <summary>The class of an item that is a block: <c>Encoder2Down</c>.</summary>
    public string ClassOf(int number, string name) =>
        Invariant($"{Class}{Index}{number}")
        + string.Concat(name.Split('-', '_').Where(word => word.Length > 0).Select(word => word.Capitalized()));

    /// <summary>One round of a repeated list.</summary>
    public StackPlace Round(int number, long round) =>
        this with { Path = Invariant($"{Path}.{number}.repeat.{round}"), Index = Invariant($"{Index}{number}_{round}_") };

    /// <summary>A list inside a block.</summary>
    public StackPlace Inside(int number, string name, string list) =>
        new(
            $"{PathOf(number, name)}{(name == list ? "" : $".{list}")}", list,
            ClassOf(number, name) + (list == "shortcut" ? "Shortcut" : ""));
}
