namespace Repro.Runtime.Comparison;

/// <summary>A setting, or another input of a run, that differs between two runs.</summary>
/// <param name="Name">The field's name in the header of a snapshot, such as <c>spec</c>.</param>
/// <param name="Before">Its value in the first run.</param>
/// <param name="After">Its value in the second.</param>
public sealed record FieldDifference(string Name, string Before, string After);
