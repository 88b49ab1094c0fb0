namespace Repro.Runtime.Training;

/// <summary>The sum of a named part of a loss.</summary>
internal sealed record TermSum(string Name, double Sum);
