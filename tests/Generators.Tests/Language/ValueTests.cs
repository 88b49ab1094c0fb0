
namespace Repro.Generators.Tests.Language;

/// <summary>Values of the wrong type or out of range.</summary>
public class ValueTests
{
    [Theory]
    [InlineData(
        "latent: 2",
        "latent: two",
        "(8,13) REPRO006: architectures.small.latent: must be a whole number from 1 to 65536, but is the text 'two'")]
    [InlineData(
        "latent: 2",
        "latent: \"2\"",
        "(8,13) REPRO006: architectures.small.latent: must be a whole number from 1 to 65536, but is the text '2'")]
    [InlineData(
        "latent: 2",
        "latent: 2.0",
        "(8,13) REPRO006: architectures.small.latent: must be a whole number from 1 to 65536, but is 2.0")]
    [InlineData(
        "latent: 2",
        "latent: [2]",
        "(8,13) REPRO006: architectures.small.latent: must be a whole number from 1 to 65536, but is a list of 1")]
    [InlineData(
        "latent: 2",
        "latent: {}",
        "(8,13) REPRO006: architectures.small.latent: must be a whole number from 1 to 65536, but is an empty mapping")]
    [InlineData(
        "latent: 2",
        "latent:",
        "(8,12) REPRO006: architectures.small.latent: must be a whole number from 1 to 65536, but is empty")]
    [InlineData(
        "latent: 2",
        "latent: 0",
        "(8,13) REPRO007: architectures.small.latent: must be a whole number from 1 to 65536, but is 0")]
    [InlineData(
        "latent: 2",
        "latent: 65537",
        "(8,13) REPRO007: architectures.small.latent: must be a whole number from 1 to 65536, but is 65537")]
    [InlineData(
        "latent: 2",
        "latent: 99999999999999999999999999",
        "(8,13) REPRO007: architectures.small.latent: must be a whole number from 1 to 65536, but is 99999999999999999999999999")]
    [InlineData(
        "seed: 1",
        "seed: -1",
        "(20,11) REPRO007: experiments.first.seed: must be a whole number from 0 to 4294967295, but is -1")]
    [InlineData(
        "seed: 1",
        "seed: 4294967296",
        "(20,11) REPRO007: experiments.first.seed: must be a whole number from 0 to 4294967295, but is 4294967296")]
    [InlineData(
        "input: [3, 8, 8]",
        "input: [3, 8]",
        "(7,12) REPRO007: architectures.small.input: must be [channels, height, width], each a whole number from 1 to 65536, but is a "
        + "list of 2")]
    [InlineData(
        "input: [3, 8, 8]",
        "input: [3, 8, x]",
        "(7,19) REPRO006: architectures.small.input.3: must be [channels, height, width], each a whole number from 1 to 65536, but is "
        + "the text 'x'")]
    [InlineData(
        "input: [3, 8, 8]",
        "input: [3, 8, 0]",
        "(7,19) REPRO007: architectures.small.input.3: must be [channels, height, width], each a whole number from 1 to 65536, but is 0")]
    [InlineData(
        "batch: 4",
        "batch: 0",
        "(22,12) REPRO007: experiments.first.batch: must be a whole number from 1 to 1000000, but is 0")]
    [InlineData(
        "batch: 4",
        "batch: 4\\n    shuffle: yes",
        "(23,14) REPRO006: experiments.first.shuffle: must be true or false, but is the text 'yes'")]
    [InlineData(
        "batch: 4",
        "batch: 4\\n    take: some",
        "(23,11) REPRO006: experiments.first.take: must be a whole number from 1 to 1000000, or all, but is the text 'some'")]
    [InlineData(
        "batch: 4",
        "batch: 4\\n    take: 0",
        "(23,11) REPRO007: experiments.first.take: must be a whole number from 1 to 1000000, or all, but is 0")]
    [InlineData(
        "learning_rate: 0.01",
        "learning_rate: fast",
        "(23,41) REPRO006: experiments.first.optimizer.adam.learning_rate: must be a number from 1e-20 to 1000, but is the text 'fast'")]
    [InlineData(
        "learning_rate: 0.01",
        "learning_rate: 0",
        "(23,41) REPRO007: experiments.first.optimizer.adam.learning_rate: must be a number from 1e-20 to 1000, but is 0")]
    [InlineData(
        "learning_rate: 0.01",
        "learning_rate: .inf",
        "(23,41) REPRO006: experiments.first.optimizer.adam.learning_rate: must be a number from 1e-20 to 1000, but is the text '.inf'")]
    [InlineData(
        "learning_rate: 0.01",
        "learning_rate: 1e99",
        "(23,41) REPRO007: experiments.first.optimizer.adam.learning_rate: must be a number from 1e-20 to 1000, but is 1e99")]
    [InlineData(
        "learning_rate: 0.01",
        "learning_rate: 0.01, beta1: 1",
        "(23,54) REPRO007: experiments.first.optimizer.adam.beta1: must be a number from 0 to less than 1, but is 1")]
    [InlineData(
        "learning_rate: 0.01",
        "learning_rate: 0.01, eps: -1e-8",
        "(23,52) REPRO007: experiments.first.optimizer.adam.eps: must be a number from 1e-20 to 1000, but is -1e-8")]
    [InlineData(
        "{ adam: { learning_rate: 0.01 } }",
        "adam",
        "(23,16) REPRO005: experiments.first.optimizer.adam: needs the key 'learning_rate', a number from 1e-20 to 1000")]
    [InlineData(
        "{ adam: { learning_rate: 0.01 } }",
        "{ adam: 0.01 }",
        "(23,24) REPRO006: experiments.first.optimizer.adam: must be a mapping of settings, but is 0.01")]
    [InlineData(
        "- relu",
        "- relu: 3",
        "(11,15) REPRO006: architectures.small.encoder.2.relu: must be a mapping of settings, but is 3")]
    [InlineData(
        "- relu",
        "- leaky_relu: steep",
        "(11,21) REPRO006: architectures.small.encoder.2.leaky_relu: must be a number from 0 to 1, but is the text 'steep'")]
    [InlineData(
        "- relu",
        "- leaky_relu: 2",
        "(11,21) REPRO007: architectures.small.encoder.2.leaky_relu: must be a number from 0 to 1, but is 2")]
    [InlineData(
        "- relu",
        "- linear: [4, 4]",
        "(11,17) REPRO007: architectures.small.encoder.2.linear: must be a number of features or [channels, height, width], each a "
        + "whole number from 1 to 65536, but is a list of 2")]
    [InlineData(
        "- relu",
        "- conv: { channels: 4, kernel: [3, 4, 5] }",
        "(11,38) REPRO007: architectures.small.encoder.2.conv.kernel: must be a whole number from 1 to 1024, or [height, width] of such "
        + "numbers, but is a list of 3")]
    [InlineData(
        "- relu",
        "- conv: { channels: 4, kernel: 0 }",
        "(11,38) REPRO007: architectures.small.encoder.2.conv.kernel: must be a whole number from 1 to 1024, or [height, width] of such "
        + "numbers, but is 0")]
    [InlineData(
        "- relu",
        "-",
        "(11,8) REPRO006: architectures.small.encoder.2: must be the name of a layer, alone or with its settings, such as 'conv: { "
        + "channels: 64, kernel: 4 }', but is empty")]
    [InlineData(
        "- relu",
        "- [relu]",
        "(11,9) REPRO006: architectures.small.encoder.2: must be the name of a layer, alone or with its settings, such as 'conv: { "
        + "channels: 64, kernel: 4 }', but is a list of 1")]
    [InlineData(
        "- relu",
        "- { relu: , tanh: }",
        "(11,9) REPRO006: architectures.small.encoder.2: must be the name of a layer, alone or with its settings, such as 'conv: { "
        + "channels: 64, kernel: 4 }', but is a mapping of 2 keys")]
    [InlineData(
        "encoder:\\n      - conv: { channels: 4, kernel: 4, stride: 2, padding: 1 }\\n      - relu",
        "encoder: []",
        "(9,14) REPRO006: architectures.small.encoder: must be a list of layers, but is an empty list")]
    [InlineData(
        "encoder:\\n      - conv: { channels: 4, kernel: 4, stride: 2, padding: 1 }\\n      - relu",
        "encoder: conv",
        "(9,14) REPRO006: architectures.small.encoder: must be a list of layers, but is the text 'conv'")]
    [InlineData(
        "experiments:\\n  first:",
        "experiments:\\n  - first:",
        "(17,3) REPRO006: experiments: must be a mapping of names, but is a list of 1")]
    [InlineData(
        "loss: evidence_lower_bound\\n",
        "loss: evidence_lower_bound\\n  second: 3\\n",
        "(25,11) REPRO006: experiments.second: must be a mapping of keys, but is 3")]
    [InlineData(
        "version: 1",
        "version: [1]",
        "(1,10) REPRO006: version: must be 1, the version of the language, but is a list of 1")]
    [InlineData(
        "version: 1",
        "version: 2",
        "(1,10) REPRO016: version: '2' is not a version that this generator reads; it reads 1")]
    [InlineData(
        "version: 1",
        "version: one",
        "(1,10) REPRO016: version: 'one' is not a version that this generator reads; it reads 1")]
    public void AMistakeIsReportedWhereItStands(string old, string replacement, params string[] expected) =>
        Generation.Run(Sample.With(old, replacement)).Reports(expected);
}
