namespace Repro.Packaging.Tests;

/// <summary>What came of a command: its exit code, and what it wrote to standard output and error.</summary>
public sealed record CommandResult(int Code, string Output)
{
    public IReadOnlyList<string> Lines => [.. Output.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim())];
}
