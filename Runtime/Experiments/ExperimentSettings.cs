namespace Repro.Runtime;

/// <summary>What <c>experiments.yaml</c> says about one experiment, <c>like:</c> resolved.</summary>
public sealed record ExperimentSettings
{
    /// <summary>The experiment's name, such as <c>vae-70</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The architecture's name.</summary>
    public required string Architecture { get; init; }

    /// <summary>SHA-256, in lowercase hex, of everything in the file that can change a number of this experiment.</summary>
    public required string SpecHash { get; init; }

    /// <summary>The images to train on.</summary>
    public required DataSettings Data { get; init; }

    /// <summary>Seed of the default generator and, with a purpose, of every other stream.</summary>
    public required long Seed { get; init; }

    /// <summary>Passes over the data set.</summary>
    public required int Epochs { get; init; }

    /// <summary>Images in a step, at most; the last batch of an epoch may be smaller.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Whether each epoch visits the images in a new order, drawn from a stream of its own.</summary>
    public required bool Shuffle { get; init; }

    /// <summary>Number of latent dimensions.</summary>
    public required int LatentDimension { get; init; }

    /// <summary>Epochs after which images are captured, ascending.</summary>
    public required IReadOnlyList<int> Captures { get; init; }

    /// <summary>What the network is made of.</summary>
    public required NetworkDescription Network { get; init; }

    /// <summary>
    /// The experiment and its data as text of <c>experiments.yaml</c>, what they inherit written out. With a first line <c>version: 1</c> and
    /// <see cref="NetworkDescription.Specification"/> it is a file of this experiment alone.
    /// </summary>
    public required string Specification { get; init; }

    /// <summary>The cell of a matrix that it is; <c>null</c> of an experiment with an entry of its own.</summary>
    public MatrixCell? Cell { get; init; }

    /// <summary>How often the run's state goes to disk.</summary>
    public CheckpointSettings Checkpoint { get; init; } = new();

    /// <summary>The number of steps in an epoch.</summary>
    /// <param name="images">How many images the model is trained on.</param>
    public int StepsPerEpoch(int images) => (images / BatchSize) + (images % BatchSize == 0 ? 0 : 1);
}
