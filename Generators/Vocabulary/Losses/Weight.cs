namespace Repro.Generators.Vocabulary.Losses;

/// <summary>The weight of a term of a loss.</summary>
/// <param name="Noun">Its text in descriptions.</param>
/// <param name="Spec">Everything about it that can change a result.</param>
/// <param name="Code">C# of its value: a number or a <c>LossWeight</c>.</param>
/// <param name="Changes">Whether it changes from epoch to epoch.</param>
internal sealed record Weight(string Noun, string Spec, string Code, bool Changes)
{
    public bool IsOne => !Changes && Code == "1.0";

    /// <summary>The member for it; none when it is 1.</summary>
    public IEnumerable<LossMember> Members(string summary, string name)
    {
        if (!IsOne)
        {
            yield return Changes
                ? new(
                    $"{summary}, which changes from epoch to epoch.",
                    $"public static {GlobalNames.Runtime}.LossWeight {name} {{ get; }} = {Code};")
                : new($"{summary}.", $"public const double {name} = {Code};");
        }
    }

    /// <summary>C# of a term times the weight in a member.</summary>
    public string Times(string member, string term) => IsOne ? term : $"({member}{(Changes ? ".At(Epoch)" : "")} * {term})";
}
