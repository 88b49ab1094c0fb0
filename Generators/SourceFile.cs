namespace Repro.Generators;

/// <summary>A file of experiments as the compiler hands it over.</summary>
internal sealed record SourceFile(string Path, string Text);
