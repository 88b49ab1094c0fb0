using System.Globalization;
using Repro.Runtime;
using Repro.Runtime.Runs;

namespace Repro.Cli.Runs;

/// <summary>An experiment to train, with the user's overrides.</summary>
internal sealed class TrainingPlan(Experiment locked, int? epochs, long? seed)
{
    /// <summary>The experiment with the user's settings.</summary>
    public Experiment Experiment { get; } = locked.With(epochs, seed);

    public string Name => locked.Name;

    public bool Overridden => Experiment.Settings.Epochs != locked.Settings.Epochs || Experiment.Settings.Seed != locked.Settings.Seed;

    public RunFolder Folder(string root) => RunFolder.Of(root, locked.Settings, Experiment.Settings);

    /// <summary>The note about an overridden run.</summary>
    public string Notice(string root) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name} runs {Experiment.Settings.Epochs} epochs with seed {Experiment.Settings.Seed}: this is not the locked run " +
        $"({locked.Settings.Epochs} epochs, seed {locked.Settings.Seed}). It is not compared; its results go to '{Folder(root).Path}'.");
}
