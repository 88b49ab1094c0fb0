namespace Repro.Runtime.Comparison;

/// <summary>Something that a run depends on, and that is not the same in two runs.</summary>
/// <param name="Name">The field's name in the head of a snapshot, such as <c>spec</c>.</param>
/// <param name="Before">Its value in the first run.</param>
/// <param name="After">Its value in the second.</param>
public sealed record FieldDifference(string Name, string Before, string After);
