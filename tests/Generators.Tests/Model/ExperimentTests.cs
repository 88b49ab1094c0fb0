namespace Repro.Generators.Tests.Model;

/// <summary>Settings that do not fit each other.</summary>
public class ExperimentTests
{
    [Theory]
    [InlineData(
        "kind: variational",
        "kind: plain",
        "(24,11) REPRO015: experiments.first.loss: loss 'evidence_lower_bound' needs an architecture of kind variational, and 'small' is plain")]
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
    public void AMistakeIsReportedWhereItStands(string old, string replacement, params string[] expected) =>
        Generation.Run(Sample.With(old, replacement)).Reports(expected);
}
