using Repro.Generators.Common;
using Repro.Generators.Losses;
using Repro.Generators.Optimizers;
using Repro.Generators.Schedules;
using Repro.Generators.Shapes;

namespace Repro.Generators.Model;

/// <summary>An experiment, everything resolved. Of the file it holds keys, and no lines, so edits around it do not change it.</summary>
/// <remarks>
/// <c>Validation</c> is the number of images held back, or, if less than 1, their share. <c>OptimizerPath</c> and <c>LossPath</c> are the keys that
/// lead to them; <c>Text</c> is the first part of its <see cref="Specification"/>.
/// </remarks>
internal sealed record Experiment(
    string Name,
    string Identifier,
    Architecture Architecture,
    DataSet Data,
    long? Take,
    decimal? Validation,
    long Seed,
    long Epochs,
    long Batch,
    bool Shuffle,
    Optimizer Optimizer,
    string OptimizerPath,
    Schedule? Schedule,
    decimal? ClipGradients,
    Loss Loss,
    string LossPath,
    EquatableArray<long> Captures,
    long? CheckpointEvery,
    long Checkpoints,
    MatrixCell? Cell,
    string Text)
{
    public string SpecHash => Model.SpecHash.Of(this);
}
