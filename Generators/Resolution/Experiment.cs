using Repro.Generators.Common;
using Repro.Generators.Document;
using Repro.Generators.Vocabulary.Losses;
using Repro.Generators.Vocabulary.Optimizers;
using Repro.Generators.Vocabulary.Schedules;

namespace Repro.Generators.Resolution;

/// <summary>
/// An experiment with every setting resolved. It holds the keys of the file and no lines, so an edit elsewhere in the file does not change
/// it.
/// </summary>
internal sealed record Experiment
{
    public required string Name { get; init; }

    /// <summary>Its class.</summary>
    public required string Identifier { get; init; }

    public required Architecture Architecture { get; init; }

    public required DataSet Data { get; init; }

    /// <summary>How many images are used; <c>null</c> for all.</summary>
    public required long? Take { get; init; }

    /// <summary>The number of images held back for validation, or, if less than 1, their share; <c>null</c> for none.</summary>
    public required decimal? Validation { get; init; }

    public required long Seed { get; init; }

    public required long Epochs { get; init; }

    public required long Batch { get; init; }

    public required bool Shuffle { get; init; }

    public required Optimizer Optimizer { get; init; }

    /// <summary>The keys that lead to the optimizer.</summary>
    public required string OptimizerPath { get; init; }

    /// <summary>The schedule of the learning rate; <c>null</c> for a constant rate.</summary>
    public required Schedule? Schedule { get; init; }

    /// <summary>The largest norm of a step's gradients; <c>null</c> for no limit.</summary>
    public required decimal? ClipGradients { get; init; }

    public required Loss Loss { get; init; }

    /// <summary>The keys that lead to the loss.</summary>
    public required string LossPath { get; init; }

    public required EquatableArray<long> Captures { get; init; }

    /// <summary>Epochs between checkpoints; <c>null</c> to go by time.</summary>
    public required long? CheckpointEvery { get; init; }

    /// <summary>How many checkpoints are kept.</summary>
    public required long Checkpoints { get; init; }

    /// <summary>The cell of a matrix that it is, if it is one.</summary>
    public required MatrixCell? Cell { get; init; }

    /// <summary>The first part of its <see cref="Specification"/>.</summary>
    public required string Text { get; init; }

    /// <summary>SHA-256 of everything that can change a result of it.</summary>
    public string SpecHash => Resolution.SpecHash.Of(this);
}
