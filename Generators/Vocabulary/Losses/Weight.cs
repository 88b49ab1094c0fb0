namespace Repro.Generators.Vocabulary.Losses;

/// <summary>The weight of a term of a loss.</summary>
/// <param name="Noun">What a description says of it.</param>
/// <param name="Spec">Everything about it that can change a number.</param>
/// <param name="Code">C# of its value: a number, or what makes a <c>LossWeight</c> that changes.</param>
/// <param name="Changes">Whether it changes from epoch to epoch.</param>
internal sealed record Weight(string Noun, string Spec, string Code, bool Changes)
{
    public bool IsOne => !Changes && Code == "1.0";

    /// <summary>The member that holds it, unless it is 1.</summary>
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

    /// <summary>C# of a term times the weight that a member holds.</summary>
    public string Times(string member, string term) => IsOne ? term : $"({member}{(Changes ? ".At(Epoch)" : "")} * {term})";
}
