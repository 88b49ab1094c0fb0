using Repro.Generators.Common;

namespace Repro.Generators.Document;

/// <summary>Of an experiment that is a cell: the entry that has the matrix, and what the cell gives, in its order.</summary>
internal sealed record MatrixCell(string Matrix, EquatableArray<MatrixCellValue> Values);

/// <summary>A key, deeper ones with dots, and its value as the file could write it in one line, a number in its one form.</summary>
internal sealed record MatrixCellValue(string Key, string Value);
