namespace Repro.Experiments.Tests.Program;

/// <summary>What came of the program.</summary>
internal sealed record ProcessResult(int Code, string Out, string Error);
