using static TorchSharp.torch;

namespace Repro.Runtime;

/// <summary>
/// The loss of a batch, and the named terms of its sum. Each is a scalar tensor. The terms are without their weights in the sum.
/// </summary>
public sealed record LossTerms(Tensor Total, params IReadOnlyList<LossTerm> Terms);

/// <summary>A named part of a loss.</summary>
public sealed record LossTerm(string Name, Tensor Value);
