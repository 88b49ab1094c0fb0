namespace Repro.Cli.Tests;

/// <summary>What came of a command line.</summary>
internal sealed record CliResult(int Code, string Out, string Error);
