namespace Repro.Generators;

/// <summary>A file of experiments as the compiler hands it over; its text is <c>null</c> when it cannot be read.</summary>
internal sealed record SourceFile(string Path, string? Text)
{
    /// <summary>Whether it is the file that includes the others.</summary>
    public bool IsMain => string.Equals(System.IO.Path.GetFileName(Path), "experiments.yaml", StringComparison.OrdinalIgnoreCase);
}
