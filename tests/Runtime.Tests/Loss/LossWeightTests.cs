namespace Repro.Runtime.Tests.Loss;

public class LossWeightTests
{
    [Fact]
    public void AWarmUpIsALineToItsLastWeight() =>
        Assert.Equal([0.5, 1.125, 1.75, 2.375, 3, 3, 3], Weights(LossWeight.WarmUp(4, 0.5, 3), 7));

    [Fact]
    public void ACycleRisesStaysAndStartsAnew() =>
        Assert.Equal([0, 0.5, 1, 1, 0, 0.5, 1, 1, 0], Weights(LossWeight.Cyclical(4, 0.5, 0, 1), 9));

    [Fact]
    public void AWeightCanFall() => Assert.Equal([2, 1.5, 1, 1], Weights(LossWeight.WarmUp(2, 2, 1), 4));

    [Fact]
    public void ItEndsExactlyAtItsLastWeight() => Assert.Equal(0.7, LossWeight.WarmUp(3, 0.1, 0.7).At(4));

    [Fact]
    public void TheLastEpochThatCanBeCountedHasOne() => Assert.Equal(4, LossWeight.WarmUp(1000000, 0, 4).At(int.MaxValue));

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(3, 0)]
    [InlineData(3, 1.5)]
    public void WhatIsNoCycleIsRefused(int period, double ramp) =>
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => LossWeight.Cyclical(period, ramp, 0, 1));

    private static IEnumerable<double> Weights(LossWeight weight, int epochs) => Enumerable.Range(1, epochs).Select(weight.At);
}
