namespace Repro.Experiments.Tests.Cli;

/// <summary>What came of a command line.</summary>
internal sealed record CliResult(int Code, string Out, string Error);
