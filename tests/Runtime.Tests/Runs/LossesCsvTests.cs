using Repro.Runtime.Runs;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Runs;

public class LossesCsvTests
{
    private const string Text =
        "epoch,loss,loss bits,squared_error,squared_error bits,kl divergence,kl divergence bits,learning rate,running hash\n" +
        "1,1000.5,0x447A2000,1000,0x447A0000,0.5,0x3F000000,0.001,0000000000000001\n" +
        "2,500.25,0x43FA2000,500,0x43FA0000,0.25,0x3E800000,0.001,0000000000000002\n";

    [Theory]
    [MemberData(nameof(Cultures.NumberSigns), MemberType = typeof(Cultures))]
    public void ALineForEachEpochInEveryCulture(string culture, string decimalSign, string minus)
    {
        Assert.NotNull(culture);
        Assert.Equal(Text, Cultures.In(decimalSign, minus, () => LossesCsv.Write(Samples.Epochs(2))));
    }

    [Fact]
    public void TheLossOnImagesHeldBackHasColumnsOfItsOwn() => Assert.Equal(
        "epoch,loss,loss bits,squared_error,squared_error bits,kl divergence,kl divergence bits,validation loss,validation loss "
        + "bits,learning rate,running hash\n" +
        "1,1000.5,0x447A2000,1000,0x447A0000,0.5,0x3F000000,Infinity,0x7F800000,0.001,0000000000000001\n",
        LossesCsv.Write([Samples.Epochs(1)[0] with { Validation = [new("validation loss", float.PositiveInfinity)] }]));

    [Fact]
    public void NoEpochsIsATitleLine() => Assert.Equal("epoch,loss,loss bits,learning rate,running hash\n", LossesCsv.Write([]));

    [Fact]
    public void WhatWasWrittenIsReadBack()
    {
        var epochs = Samples.Epochs(3).Select((epoch, i) => epoch with { LearningRate = i == 1 ? null : 1e-3 / (i + 1), Validation = [new(
            "validation loss", float.NaN), new("validation kl divergence", -0f)] }).ToList();
        var text = LossesCsv.Write(epochs);
        Assert.Equal(text, LossesCsv.Write(LossesCsv.Parse(text, "x")));
        Assert.Equal(["validation loss", "validation kl divergence"], LossesCsv.Parse(text, "x")[2].Validation.Select(value => value.Name));
        Assert.Empty(LossesCsv.Parse(LossesCsv.Write([]), "x"));
    }

    [Theory]
    [InlineData("", "x(1): the titles of the columns were expected.")]
    [InlineData("epoch,loss,running hash\n", "x(1): the titles of the columns were expected.")]
    [InlineData("epoch,loss,loss bits,learning rate,running hash\n1,2\n", "x(2): an epoch with a value for each title was expected.")]
    [InlineData(
        "epoch,loss,loss bits,learning rate,running hash\n-1,0,0x00000000,0.1,0123456789abcdef\n", "x(2): '-1' is not an epoch number.")]
    [InlineData(
        "epoch,loss,loss bits,learning rate,running hash\n2,0,0x00000000,0.1,0123456789abcdef\n", "x(2): epoch 1 was expected, not 2.")]
    [InlineData(
        "epoch,loss,loss bits,learning rate,running hash\n1,0,0x0000000,0.1,0123456789abcdef\n",
        "x(2): '0' and '0x0000000' are not the same number.")]
    [InlineData(
        "epoch,loss,loss bits,learning rate,running hash\n1,1,0x00000000,0.1,0123456789abcdef\n",
        "x(2): '1' and '0x00000000' are not the same number.")]
    [InlineData(
        "epoch,loss,loss bits,learning rate,running hash\n1,0,0x00000000,fast,0123456789abcdef\n", "x(2): 'fast' is not a learning rate.")]
    [InlineData(
        "epoch,loss,loss bits,learning rate,running hash\n1,0,0x00000000,1e999,0123456789abcdef\n",
        "x(2): '1e999' is not a learning rate.")]
    [InlineData("epoch,loss,loss bits,learning rate,running hash\n1,0,0x00000000,0.1,a\n", "x(2): 'a' is not a running hash.")]
    [InlineData("epoch,loss,loss bits,=1+1,=1+1 bits,learning rate,running hash\n", "x(1): the titles of the columns were expected.")]
    [InlineData("epoch,loss,loss bits,loss,loss bits,learning rate,running hash\n", "x(1): the titles of the columns were expected.")]
    [InlineData("epoch,loss,loss bits,kl,ks bits,learning rate,running hash\n", "x(1): the titles of the columns were expected.")]
    public void WhatIsNoSuchTextIsOneMessage(string text, string message) =>
        Assert.Equal(message, Assert.Throws<ReproException>(() => LossesCsv.Parse(text, "x")).Message);
}
