using Repro.Runtime;
using Repro.Runtime.Studies;

namespace Repro.Experiments.Paper;

/// <summary>
/// <c>repro paper</c>: the paper <i>A Popular Generative Model: VAE</i>, reproduced. Its page, <c>docs/paper.md</c>, is a function of the results, which
/// lie beside its pictures, and of the snapshots.
/// </summary>
internal sealed class VaePaper : Study
{
    public override string Name => "paper";

    public override string Description =>
        "Train the paper's experiments with several seeds, measure what it shows, and write docs/paper.md. What has an up-to-date run is not trained again.";

    public override IReadOnlyList<Experiment> Experiments { get; } =
        [.. ((string[])[Vae1.Name, Vae14.Name, Vae70.Name, Ae70.Name]).Select(name => ExperimentCatalog.All.Single(experiment => experiment.Name == name))];

    public override IReadOnlyList<long> Seeds { get; } = [42, 43, 44, 45, 46];

    public override int BaselineComponents => Vae.LatentDimension;

    public override IReadOnlyList<string> Write(StudyContext context, StudyResults results) => [];
}
