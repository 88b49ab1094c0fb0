
namespace Repro.Generators.Tests.Language;

/// <summary>Keys that are unknown, missing or given twice.</summary>
public class KeyTests
{
    [Theory]
    [InlineData(
        "    latent: 2",
        "    latnet: 2",
        "(8,5) REPRO003: architectures.small.latnet: there is no such key. Did you mean 'latent'?")]
    [InlineData(
        "epochs: 5",
        "epoch: 5",
        "(21,5) REPRO003: experiments.first.epoch: there is no such key. Did you mean 'epochs'?")]
    [InlineData(
        "batch: 4",
        "batch: 4\\n    purple: 3",
        "(23,5) REPRO003: experiments.first.purple: there is no such key. Known: like, matrix, architecture, data, take, validation, "
        + "seed, epochs, batch, shuffle, optimizer, schedule, clip_gradients, loss, captures, checkpoint_every, checkpoints")]
    [InlineData(
        "version: 1",
        "version: 1\\nexperimints: {}",
        "(2,1) REPRO003: experimints: there is no such key. Did you mean 'experiments'?")]
    [InlineData(
        "kernel: 4, stride: 2, padding: 1 }\\n      - relu",
        "kernel: 4, strid: 2, padding: 1 }\\n      - relu",
        "(10,41) REPRO003: architectures.small.encoder.1.conv.strid: there is no such key. Did you mean 'stride'?")]
    [InlineData(
        "- relu",
        "- leaky_relu: { slope: 0.1, angle: 3 }",
        "(11,35) REPRO003: architectures.small.encoder.2.leaky_relu.angle: there is no such key. Known: slope")]
    [InlineData(
        "latent: 2",
        "latent: 2\\n    latent: 3",
        "(9,5) REPRO004: architectures.small.latent: this key is already on line 8; it can be given once")]
    [InlineData(
        "loss: evidence_lower_bound\\n",
        "loss: evidence_lower_bound\\n  first: {}\\n",
        "(25,3) REPRO004: experiments.first: this key is already on line 17; it can be given once")]
    [InlineData(
        "folder: data/dots,",
        "",
        "(3,3) REPRO005: data.dots: needs the key 'folder', a folder inside the folder of this file, with forward slashes, such as "
        + "data/faces")]
    [InlineData(
        "    kind: variational\\n",
        "",
        "(5,3) REPRO005: architectures.small: needs the key 'kind', the name of a kind, alone or with its settings, such as "
        + "'vamp_prior: { pseudo_inputs: 50 }'")]
    [InlineData(
        "adam: { learning_rate: 0.01 }",
        "adam: { beta1: 0.5 }",
        "(23,18) REPRO005: experiments.first.optimizer.adam: needs the key 'learning_rate', a number from 1e-20 to 1000")]
    [InlineData(
        "- relu",
        "- conv",
        "(11,9) REPRO005: architectures.small.encoder.2.conv: needs the key 'channels', a whole number from 1 to 65536",
        "(11,9) REPRO005: architectures.small.encoder.2.conv: needs the key 'kernel', a whole number from 1 to 1024, or [height, width] "
        + "of such numbers")]
    [InlineData(
        "- relu",
        "- linear",
        "(11,9) REPRO005: architectures.small.encoder.2.linear: needs the key 'features', a number of features or [channels, height, "
        + "width], each a whole number from 1 to 65536")]
    [InlineData(
        "loss: evidence_lower_bound\\n",
        "loss: evidence_lower_bound\\n  second:\\n",
        "(25,3) REPRO005: experiments.second: needs the key 'architecture', the name of an architecture, alone or with parameters, such "
        + "as '{ vae: { width: 32 } }'",
        "(25,3) REPRO005: experiments.second: needs the key 'batch', a whole number from 1 to 1000000",
        "(25,3) REPRO005: experiments.second: needs the key 'data', the name of a data set",
        "(25,3) REPRO005: experiments.second: needs the key 'epochs', a whole number from 1 to 1000000",
        "(25,3) REPRO005: experiments.second: needs the key 'loss', the name of a loss, alone or with its settings, such as "
        + "'evidence_lower_bound'",
        "(25,3) REPRO005: experiments.second: needs the key 'optimizer', the name of an optimizer, alone or with its settings, such as "
        + "'adam: { learning_rate: 1e-3 }'",
        "(25,3) warning REPRO043: experiments.second: has no seed, so it is trained with seed 0; write 'seed:' to choose one")]
    [InlineData(
        "version: 1\\n",
        "",
        "(1,1) REPRO005: experiments.yaml: needs the key 'version', 1, the version of the language")]
    public void AMistakeIsReportedWhereItStands(string old, string replacement, params string[] expected) =>
        Generation.Run(Sample.With(old, replacement)).Reports(expected);
}
