
namespace Repro.Generators.Tests.Resolution;

/// <summary>Settings that do not fit each other.</summary>
public class ExperimentTests
{
    [Theory]
    [InlineData(
        "kind: variational",
        "kind: plain",
        "(24,11) REPRO015: experiments.first.loss: loss 'evidence_lower_bound' needs an architecture of kind variational, and 'small' "
        + "is plain")]
    [InlineData(
        "batch: 4",
        "batch: 4\\n    captures: 3",
        "(23,15) REPRO006: experiments.first.captures: must be a list of epochs, each a whole number from 1 to 1000000, but is 3")]
    [InlineData(
        "batch: 4",
        "batch: 4\\n    captures: [3, 6]",
        "(23,15) REPRO017: experiments.first.captures: there is no capture after epoch 6, because training ends with epoch 5")]
    [InlineData(
        "batch: 4",
        "batch: 4\\n    captures: [3, 2]",
        "(23,15) REPRO018: experiments.first.captures: epochs must ascend: 2 comes after 3")]
    [InlineData(
        "batch: 4",
        "batch: 4\\n    captures: [3, 3]",
        "(23,15) REPRO018: experiments.first.captures: epochs must ascend: 3 comes after 3")]
    [InlineData(
        "batch: 4",
        "batch: 4\\n    validation: 1.5",
        "(23,17) REPRO007: experiments.first.validation: must be a whole number from 1 to 1000000, a number from 1e-6 to less than 1, "
        + "or none, but is 1.5")]
    [InlineData(
        "batch: 4",
        "batch: 4\\n    validation: some",
        "(23,17) REPRO006: experiments.first.validation: must be a whole number from 1 to 1000000, a number from 1e-6 to less than 1, "
        + "or none, but is the text 'some'")]
    [InlineData(
        "batch: 4",
        "batch: 4\\n    take: 6\\n    validation: 6",
        "(24,17) REPRO022: experiments.first.validation: 6 of 6 images are held back for validation, which leaves none to train on")]
    [InlineData(
        "batch: 4",
        "batch: 4\\n    take: 5\\n    validation: 0.9",
        "(24,17) REPRO022: experiments.first.validation: 5 of 5 images are held back for validation, which leaves none to train on")]
    public void AMistakeIsReportedWhereItStands(string old, string replacement, params string[] expected) =>
        Generation.Run(Sample.With(old, replacement)).Reports(expected);
}
