
namespace Repro.Generators.Tests.Document;

/// <summary>The key <c>like</c>.</summary>
public class InheritanceTests
{
    [Theory]
    [InlineData(
        "loss: evidence_lower_bound\\n",
        "loss: evidence_lower_bound\\n  second: { like: frist }\\n",
        "(25,19) REPRO008: experiments.second.like: there is no experiment 'frist'. Did you mean 'first'?")]
    [InlineData(
        "loss: evidence_lower_bound\\n",
        "loss: evidence_lower_bound\\n  second: { like: second }\\n",
        "(25,19) REPRO011: experiments.second.like: is like itself: second → second")]
    [InlineData(
        "loss: evidence_lower_bound\\n",
        "loss: evidence_lower_bound\\n  a: { like: b }\\n  b: { like: c }\\n  c: { like: b }\\n",
        "(26,14) REPRO011: experiments.b.like: is like itself: b → c → b")]
    [InlineData(
        "loss: evidence_lower_bound\\n",
        "loss: evidence_lower_bound\\n  second: { like: [first] }\\n",
        "(25,19) REPRO006: experiments.second.like: must be the name of another experiment, but is a list of 1")]
    [InlineData(
        "loss: evidence_lower_bound\\n",
        "loss: evidence_lower_bound\\n  second: { lik: first, seed: 2, epochs: 1, batch: 1, data: dots, architecture: small, loss: "
        + "squared_error, optimizer: { adam: { learning_rate: 1 } } }\\n",
        "(25,13) REPRO003: experiments.second.lik: there is no such key. Did you mean 'like'?")]
    [InlineData(
        "loss: evidence_lower_bound\\n",
        "loss: evidence_lower_bound\\n  second: { like: first, epochs: 0 }\\n  third: { like: second, seed: x }\\n",
        "(25,34) REPRO007: experiments.second.epochs: must be a whole number from 1 to 1000000, but is 0",
        "(26,32) REPRO006: experiments.third.seed: must be a whole number from 0 to 4294967295, but is the text 'x'")]
    public void AMistakeIsReportedWhereItStands(string old, string replacement, params string[] expected) =>
        Generation.Run(Sample.With(old, replacement)).Reports(expected);
}
