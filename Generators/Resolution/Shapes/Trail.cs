using Repro.Generators.Vocabulary.Shapes;

namespace Repro.Generators.Resolution.Shapes;

/// <summary>The shapes after each part of a list, for messages.</summary>
internal sealed class Trail(string start)
{
    private const int First = 2;
    private const int Last = 8;

    private readonly List<string> steps = [start];

    public void Add(string name, Shape output) => steps.Add($"{name} {output}");

    public override string ToString() =>
        steps.Count <= First + Last
            ? string.Join(", ", steps)
            : $"{string.Join(", ", steps.Take(First))}, …, {string.Join(", ", steps.Skip(steps.Count - Last))}";
}
