namespace Repro.Runtime;

/// <summary>One entry of the generated catalog: what an experiment is, and how to start it.</summary>
/// <param name="Settings">Everything <c>experiments.yaml</c> says about the experiment.</param>
/// <param name="Start">
/// Builds the model and its optimizer. Initial weights are drawn from torch's default generator, so seed it first.
/// </param>
public sealed record Experiment(ExperimentSettings Settings, Func<ExperimentRun> Start);
