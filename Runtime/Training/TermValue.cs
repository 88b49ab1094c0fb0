namespace Repro.Runtime.Training;

/// <summary>A named part of a loss, as a number.</summary>
public sealed record TermValue(string Name, float Value);
