namespace Repro.Generators;

/// <summary>A file of C# as it is handed to the compiler. Two edits that end in the same text are the same to all that follows.</summary>
/// <param name="Class">The class that it is named after.</param>
/// <param name="Code">Its text.</param>
internal sealed record GeneratedFile(string Class, string Code);
