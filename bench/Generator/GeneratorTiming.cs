namespace Repro.Bench.Generator;

/// <summary>What one process measured, in milliseconds of processor time, which what else the machine does hardly touches.</summary>
/// <param name="Cold">The first run of the process.</param>
/// <param name="Warm">A run with nothing to reuse.</param>
/// <param name="Edit">A run after one experiment changed.</param>
/// <param name="Unchanged">A run after C# changed, which is also what a build costs when nothing did.</param>
internal sealed record GeneratorTiming(double Cold, double Warm, double Edit, double Unchanged);
