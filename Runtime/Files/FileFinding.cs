namespace Repro.Runtime.Files;

/// <summary>A file that differs from its entry in a record.</summary>
/// <param name="Path">The file, relative to the folder of the record, with forward slashes.</param>
/// <param name="Problem">The kind of problem.</param>
/// <param name="Detail">The problem in words that follow the file's name, such as <c>is missing</c>.</param>
public sealed record FileFinding(string Path, FileProblem Problem, string Detail)
{
    /// <summary>The finding in words, without a full stop: <c>'losses.csv' is missing</c>.</summary>
    public override string ToString() => $"'{Path}' {Detail}";
}
