namespace Repro.Runtime;

/// <summary>An entry of the generated catalog: the settings of an experiment, and a function that starts it.</summary>
/// <param name="Settings">Everything <c>experiments.yaml</c> says about the experiment.</param>
/// <param name="Start">
/// Builds the model and its optimizer. Initial weights are drawn from torch's default generator, so seed that first.
/// </param>
public sealed record Experiment(ExperimentSettings Settings, Func<ExperimentRun> Start)
{
    /// <summary>The experiment's name, such as <c>vae-70</c>.</summary>
    public string Name => Settings.Name;

    /// <summary>The same experiment with another seed or number of epochs; <c>null</c> keeps what the file says.</summary>
    public Experiment With(int? epochs = null, long? seed = null) =>
        this with { Settings = Settings with { Epochs = epochs ?? Settings.Epochs, Seed = seed ?? Settings.Seed } };
}
