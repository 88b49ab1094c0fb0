using Repro.Generators.Common;
using Repro.Generators.Losses;
using Repro.Generators.Optimizers;
using Repro.Generators.Schedules;
using Repro.Generators.Shapes;

namespace Repro.Generators.Model;

/// <summary>An experiment, everything resolved. It holds no place in the file, so edits around it do not change it.</summary>
/// <remarks>
/// <c>Validation</c> is the number of images held back, or, if less than 1, their share; <c>Text</c> the first part of its <see cref="Specification"/>.
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
    Schedule? Schedule,
    decimal? ClipGradients,
    Loss Loss,
    EquatableArray<long> Captures,
    string Text)
{
    public string SpecHash => Model.SpecHash.Of(this);
}
