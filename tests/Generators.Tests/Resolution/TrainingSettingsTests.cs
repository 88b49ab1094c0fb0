
namespace Repro.Generators.Tests.Resolution;

/// <summary>Mistakes in optimizers, schedules, losses, weights and kinds.</summary>
public class TrainingSettingsTests
{
    private const string Weight = "a number from 0 to 1000000, or 'warm_up: { epochs: 100 }' or 'cyclical: { period: 50 }'";

    [Theory]
    [InlineData(
        "sgd: { learning_rate: 0.01, nesterov: true }",
        "(23,56) REPRO049: experiments.first.optimizer.sgd.nesterov: needs a momentum above 0 and a dampening of 0")]
    [InlineData(
        "sgd: { learning_rate: 0.01, nesterov: true, momentum: 0.9, dampening: 0.1 }",
        "(23,56) REPRO049: experiments.first.optimizer.sgd.nesterov: needs a momentum above 0 and a dampening of 0")]
    [InlineData(
        "rmsprop: { learning_rate: 0.01, alpha: 1 }",
        "(23,57) REPRO007: experiments.first.optimizer.rmsprop.alpha: must be a number from 0 to less than 1, but is 1")]
    [InlineData(
        "adamw: { learning_rate: 0.01, amsgrad: 1 }",
        "(23,57) REPRO006: experiments.first.optimizer.adamw.amsgrad: must be true or false, but is 1")]
    [InlineData(
        "sgd: { learning_rate: 0.01, beta1: 1 }",
        "(23,46) REPRO003: experiments.first.optimizer.sgd.beta1: there is no such key. Known: learning_rate, momentum, dampening, "
        + "weight_decay, nesterov")]
    public void AnOptimizer(string optimizer, string expected) =>
        Generation.Run(Sample.With("adam: { learning_rate: 0.01 }", optimizer)).Reports(expected);

    [Theory]
    [InlineData(
        "schedule: { step: { step_size: 1, warm_up: 5 } }",
        "(24,15) REPRO048: experiments.first.schedule: a warm-up of 5 epochs does not end before the training, which has 5")]
    [InlineData(
        "schedule: { step: { gamma: 1 } }",
        "(24,17) REPRO005: experiments.first.schedule.step: needs the key 'step_size', a whole number from 1 to 1000000")]
    [InlineData(
        "schedule: step", "(24,15) REPRO005: experiments.first.schedule.step: needs the key 'step_size', a whole number from 1 to 1000000")]
    [InlineData(
        "schedule: { one_cycle: { max_learning_rate: 1, warm_up: 3 } }",
        "(24,52) REPRO003: experiments.first.schedule.one_cycle.warm_up: there is no such key. Known: max_learning_rate, pct_start, "
        + "anneal_strategy, cycle_momentum, base_momentum, max_momentum, div_factor, final_div_factor, three_phase")]
    [InlineData(
        "schedule: { exponential: { gamma: 1, per: hour } }",
        "(24,47) REPRO008: experiments.first.schedule.exponential.per: there is no clock 'hour'. Known: epoch, step")]
    [InlineData(
        "clip_gradients: 0",
        "(24,21) REPRO007: experiments.first.clip_gradients: must be a number from 1e-20 to 1000000, or none, but is 0")]
    [InlineData(
        "checkpoint_every: 0",
        "(24,23) REPRO007: experiments.first.checkpoint_every: must be a whole number from 1 to 1000000, or auto, but is 0")]
    [InlineData("checkpoints: 0", "(24,18) REPRO007: experiments.first.checkpoints: must be a whole number from 1 to 1000, but is 0")]
    public void AScheduleClippingOrCheckpoints(string key, string expected) =>
        Generation.Run(Sample.With("    loss: evidence", $"    {key}\\n    loss: evidence")).Reports(expected);

    [Theory]
    [InlineData(
        "{ evidence_lower_bound: { beta: often } }",
        $"(24,43) REPRO006: experiments.first.loss.evidence_lower_bound.beta: must be {Weight}, but is the text 'often'")]
    [InlineData(
        "{ evidence_lower_bound: { beta: -1 } }",
        $"(24,43) REPRO007: experiments.first.loss.evidence_lower_bound.beta: must be {Weight}, but is -1")]
    [InlineData(
        "{ evidence_lower_bound: { beta: { warm_up: 0 } } }",
        "(24,54) REPRO007: experiments.first.loss.evidence_lower_bound.beta.warm_up: must be a whole number from 1 to 1000000, but is 0")]
    [InlineData(
        "{ evidence_lower_bound: { beta: { cyclical: { period: 3, ramp: 0 } } } }",
        "(24,74) REPRO007: experiments.first.loss.evidence_lower_bound.beta.cyclical.ramp: must be a number from 1e-6 to 1, but is 0")]
    [InlineData(
        "{ evidence_lower_bound: { reconstruction: l2 } }",
        "(24,53) REPRO008: experiments.first.loss.evidence_lower_bound.reconstruction: there is no reconstruction error 'l2'. Did you "
        + "mean 'l1'?")]
    [InlineData(
        "{ importance_weighted: 0 }",
        "(24,34) REPRO007: experiments.first.loss.importance_weighted: must be a whole number from 1 to 1000, but is 0")]
    public void ALoss(string loss, string expected) => Generation.Run(Sample.With("evidence_lower_bound", loss)).Reports(expected);

    [Theory]
    [InlineData("bce", "bce")]
    [InlineData("{ evidence_lower_bound: { reconstruction: bce } }", "bce")]
    [InlineData("{ importance_weighted: { samples: 2, reconstruction: bce } }", "bce")]
    public void BinaryCrossEntropyNeedsASigmoid(string loss, string name) =>
        Generation.Run(Sample.With("- sigmoid", "- tanh").Replace("evidence_lower_bound", loss, StringComparison.Ordinal))
            .Reports($"(24,11) REPRO047: experiments.first.loss: {name} needs reconstructions from 0 to 1, and the decoder of 'small' "
                + "ends with tanh, not with sigmoid");

    [Fact]
    public void TheImportanceWeightedBoundNeedsAVariationalArchitecture() =>
        Generation.Run(Sample.With("kind: variational", "kind: plain").Replace(
            "evidence_lower_bound", "{ importance_weighted: 5 }", StringComparison.Ordinal))
            .Reports("(24,11) REPRO015: experiments.first.loss: loss 'importance_weighted' needs an architecture of kind variational, "
                + "and 'small' is plain");

    [Theory]
    [InlineData(
        "{ vamp_prior: 0 }", "(6,25) REPRO007: architectures.small.kind.vamp_prior: must be a whole number from 1 to 65536, but is 0")]
    [InlineData(
        "vamp_prior",
        "(6,11) REPRO005: architectures.small.kind.vamp_prior: needs the key 'pseudo_inputs', a whole number from 1 to 65536")]
    [InlineData(
        "beta",
        "(6,11) REPRO008: architectures.small.kind: there is no kind 'beta'. The β-VAE is the kind variational with the loss { "
        + "evidence_lower_bound: { beta: 4 } }")]
    [InlineData(
        "importance_weighted",
        "(6,11) REPRO008: architectures.small.kind: there is no kind 'importance_weighted'. The importance-weighted autoencoder is the "
        + "kind variational with the loss { importance_weighted: 5 }")]
    public void AKind(string kind, string expected) => Generation.Run(Sample.With("kind: variational", $"kind: {kind}")).Reports(expected);

    [Fact]
    public void ThePriorHasNoMoreValuesThanATensorCan() => Generation.Run(
        """
        version: 1
        architectures:
          wide:
            kind: { vamp_prior: 65536 }
            input: [3, 128, 128]
            latent: 2
            encoder: [{ linear: 1 }]
            decoder: [{ linear: [3, 128, 128] }]
        """).Reports(
            "(3,3) REPRO012: architectures.wide: the pseudo_inputs would have more than 2147483647 values. Shapes: 65536 of 3 × 128 × 128");

    [Fact]
    public void WhatIsInheritedCanBeUndone()
    {
        var result = Generation.Run(Sample.With(
            "    loss: evidence_lower_bound\\n",
            "    loss: evidence_lower_bound\\n    schedule: { exponential: { gamma: 0.9 } }\\n    clip_gradients: 1\\n  second: { like: "
            + "first, schedule: constant, clip_gradients: none }\\n"));
        result.Reports();
        Assert.Contains("Schedule(", result.Class("First"), StringComparison.Ordinal);
        Assert.Contains("MaxGradientNorm", result.Class("First"), StringComparison.Ordinal);
        Assert.DoesNotContain("Schedule(", result.Class("Second"), StringComparison.Ordinal);
        Assert.DoesNotContain("MaxGradientNorm", result.Class("Second"), StringComparison.Ordinal);
    }
}
