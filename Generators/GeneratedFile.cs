namespace Repro.Generators;

/// <summary>
/// A generated C# file. It compares by its text, so later steps see no difference between two edits with the same result.
/// </summary>
/// <param name="Class">The class that it is named after.</param>
/// <param name="Code">Its text.</param>
internal sealed record GeneratedFile(string Class, string Code);
