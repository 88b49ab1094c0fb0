namespace Repro.Runtime;

/// <summary>The cell of a <c>matrix:</c> that an experiment comes from.</summary>
/// <param name="Matrix">The name of the entry that has the matrix.</param>
/// <param name="Values">The values of the cell, in the order of the file.</param>
public sealed record MatrixCell(string Matrix, IReadOnlyList<MatrixCellValue> Values);

/// <summary>A value of a cell.</summary>
/// <param name="Key">The key, with dots for nested keys, such as <c>optimizer.adam.beta1</c>.</param>
/// <param name="Value">Its value, as <c>experiments.yaml</c> could write it in one line.</param>
public sealed record MatrixCellValue(string Key, string Value);
