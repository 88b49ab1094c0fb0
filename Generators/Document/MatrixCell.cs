using Repro.Generators.Common;

namespace Repro.Generators.Document;

/// <summary>The cell of an experiment: the entry with the matrix, and the values of the cell in order.</summary>
internal sealed record MatrixCell(string Matrix, EquatableArray<MatrixCellValue> Values);

/// <summary>A key, nested ones with dots, and its value in one line, a number in its canonical form.</summary>
internal sealed record MatrixCellValue(string Key, string Value);
