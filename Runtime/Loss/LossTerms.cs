using static TorchSharp.torch;

namespace Repro.Runtime;

/// <summary>The loss of a batch and the named terms that it is the sum of, each a scalar tensor and without the weight it may have in that sum.</summary>
public sealed record LossTerms(Tensor Total, params IReadOnlyList<LossTerm> Terms);

/// <summary>A named part of a loss.</summary>
public sealed record LossTerm(string Name, Tensor Value);
