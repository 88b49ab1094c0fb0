namespace Repro.Runtime;

/// <summary>The settings of one experiment in <c>experiments.yaml</c>, including those it inherits.</summary>
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

    /// <summary>The seed of the default generator. With a purpose, it seeds every other random stream too.</summary>
    public required long Seed { get; init; }

    /// <summary>The number of passes over the data set.</summary>
    public required int Epochs { get; init; }

    /// <summary>The largest number of images in a step. The last batch of an epoch may be smaller.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Whether each epoch visits the images in a new order, which is drawn from a separate random stream.</summary>
    public required bool Shuffle { get; init; }

    /// <summary>Number of latent dimensions.</summary>
    public required int LatentDimension { get; init; }

    /// <summary>Epochs after which images are captured, ascending.</summary>
    public required IReadOnlyList<int> Captures { get; init; }

    /// <summary>The layers of the network.</summary>
    public required NetworkDescription Network { get; init; }

    /// <summary>
    /// The experiment and its data as text of <c>experiments.yaml</c>, with everything that they inherit. After a line <c>version: 1</c>,
    /// it and <see cref="NetworkDescription.Specification"/> make a file of this experiment alone.
    /// </summary>
    public required string Specification { get; init; }

    /// <summary>The cell of a matrix that this experiment comes from; <c>null</c> when it has its own entry.</summary>
    public MatrixCell? Cell { get; init; }

    /// <summary>How often the run's state goes to disk.</summary>
    public CheckpointSettings Checkpoint { get; init; } = new();

    /// <summary>The number of steps in an epoch.</summary>
    /// <param name="images">How many images the model is trained on.</param>
    public int StepsPerEpoch(int images) => (images / BatchSize) + (images % BatchSize == 0 ? 0 : 1);
}
