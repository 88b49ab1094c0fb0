
namespace Repro.Generators.Tests.Resolution;

/// <summary>Names that are unknown, unusable or taken.</summary>
public class NameTests
{
    [Theory]
    [InlineData(
        "kind: variational",
        "kind: varational",
        "(6,11) REPRO008: architectures.small.kind: there is no kind 'varational'. Did you mean 'variational'?")]
    [InlineData(
        "architecture: small",
        "architecture: smal",
        "(18,19) REPRO008: experiments.first.architecture: there is no architecture 'smal'. Did you mean 'small'?")]
    [InlineData(
        "architecture: small",
        "architecture: huge",
        "(18,19) REPRO008: experiments.first.architecture: there is no architecture 'huge'. Known: small")]
    [InlineData(
        "data: dots",
        "data: dot",
        "(19,11) REPRO008: experiments.first.data: there is no data set 'dot'. Did you mean 'dots'?")]
    [InlineData(
        "loss: evidence_lower_bound",
        "loss: elbo",
        "(24,11) REPRO008: experiments.first.loss: there is no loss 'elbo'. Known: evidence_lower_bound, importance_weighted, "
        + "squared_error, l1, bce, huber")]
    [InlineData(
        "adam:",
        "adm:",
        "(23,18) REPRO008: experiments.first.optimizer.adm: there is no optimizer 'adm'. Did you mean 'adam'?")]
    [InlineData(
        "- relu",
        "- rleu",
        "(11,9) REPRO008: architectures.small.encoder.2: there is no layer 'rleu'. Did you mean 'relu'?")]
    [InlineData(
        "- relu",
        "- embedding",
        "(11,9) REPRO008: architectures.small.encoder.2: there is no layer 'embedding'. Known: conv, conv_transpose, linear, "
        + "batch_norm, layer_norm, group_norm, dropout, max_pool, avg_pool, adaptive_avg_pool, upsample, pad, flatten, unflatten, "
            + "identity, leaky_relu, relu, elu, gelu, silu, sigmoid, tanh, softplus, softmax, residual, repeat, block")]
    [InlineData(
        "  dots:",
        "  d.ts:",
        "(3,3) REPRO009: data.d.ts: 'd.ts' cannot be the name of a data set: use at most 64 letters (a to z), digits, '-' and '_', "
        + "starting with a letter",
        "(19,11) REPRO008: experiments.first.data: there is no data set 'dots'. Did you mean 'd.ts'?")]
    [InlineData(
        "  first:",
        "  1st:",
        "(17,3) REPRO009: experiments.1st: '1st' cannot be the name of an experiment: use at most 64 letters (a to z), digits, '-' and "
        + "'_', starting with a letter")]
    [InlineData(
        "  first:",
        "  \"a b\":",
        "(17,3) REPRO009: experiments.a b: 'a b' cannot be the name of an experiment: use at most 64 letters (a to z), digits, '-' and "
        + "'_', starting with a letter")]
    [InlineData(
        "  first:",
        "  \"\":",
        "(17,3) REPRO009: experiments.: '' cannot be the name of an experiment: use at most 64 letters (a to z), digits, '-' and '_', "
        + "starting with a letter")]
    [InlineData(
        "  first:",
        "  Con:",
        "(17,3) REPRO009: experiments.Con: 'Con' cannot be the name of an experiment: files and folders are named after it, and Windows "
        + "keeps this name for a device")]
    [InlineData(
        "  first:",
        "  lpt1:",
        "(17,3) REPRO009: experiments.lpt1: 'lpt1' cannot be the name of an experiment: files and folders are named after it, and "
        + "Windows keeps this name for a device")]
    [InlineData(
        "  dots:",
        "  nul:",
        "(3,3) REPRO009: data.nul: 'nul' cannot be the name of a data set: files and folders are named after it, and Windows keeps this "
        + "name for a device",
        "(19,11) REPRO008: experiments.first.data: there is no data set 'dots'. Known: nul")]
    [InlineData(
        "  first:",
        "  Report:",
        "(17,3) REPRO009: experiments.Report: 'Report' cannot be the name of an experiment: its results would go to artifacts/report, "
        + "the folder of the report")]
    [InlineData(
        "  first:",
        "  encoder-1:",
        "(17,3) REPRO009: experiments.encoder-1: 'encoder-1' cannot be the name of an experiment: its class Encoder1 would have a name "
        + "that generated code already uses")]
    [InlineData(
        "  first:",
        "  experiment-catalog:",
        "(17,3) REPRO009: experiments.experiment-catalog: 'experiment-catalog' cannot be the name of an experiment: its class "
        + "ExperimentCatalog would have a name that generated code already uses")]
    [InlineData(
        "  first:",
        "  beta1:",
        "(17,3) REPRO009: experiments.beta1: 'beta1' cannot be the name of an experiment: its class Beta1 would have a name that "
        + "generated code already uses")]
    [InlineData(
        "  first:",
        "  name:",
        "(17,3) REPRO009: experiments.name: 'name' cannot be the name of an experiment: its class Name would have a name that generated "
        + "code already uses")]
    [InlineData(
        "  first:",
        "  small:",
        "(17,3) REPRO010: experiments.small: would become the class Small, and so does architecture 'small' on line 5; rename one of them")]
    [InlineData(
        "  first:",
        "  small-result:",
        "(17,3) REPRO010: experiments.small-result: would become the class SmallResult, and so does architecture 'small' on line 5; "
        + "rename one of them")]
    [InlineData(
        "loss: evidence_lower_bound\\n",
        "loss: evidence_lower_bound\\n  fir-st: { like: first }\\n  FIRST: { like: first }\\n",
        "(25,3) REPRO010: experiments.fir-st: would become the class FirSt, and so does experiment 'first' on line 17; rename one of them",
        "(26,3) REPRO010: experiments.FIRST: would become the class FIRST, and so does experiment 'first' on line 17; rename one of them")]
    public void AMistakeIsReportedWhereItStands(string old, string replacement, params string[] expected) =>
        Generation.Run(Sample.With(old, replacement)).Reports(expected);
}
