using Repro.Runtime.Metrics;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Metrics;

public class InterpolationTests
{
    [Fact]
    public void ALineMeetsItsEndsExactly()
    {
        var line = Interpolation.Line([0.1, -3], [0.7, 1], 5);
        Assert.Equal([0.1, -3], line[0]);
        Assert.Equal([0.7, 1], line[4]);
        Assert.Equal(-1, line[2][1]);
    }

    [Fact]
    public void EvenStepsHaveOne() => Assert.Equal(1, Interpolation.LargestStep(PixelSets.Flat(10, 20, 30, 40)));

    [Fact]
    public void TheLargestStepIsComparedWithTheMean() => Assert.Equal(2, Interpolation.LargestStep(PixelSets.Flat(0, 10, 20, 60)));

    [Fact]
    public void ASingleJumpHasTheNumberOfSteps() => Assert.Equal(4, Interpolation.LargestStep(PixelSets.Flat(5, 5, 5, 200, 200)));

    [Fact]
    public void FramesThatAreAllTheSameHaveOne() => Assert.Equal(1, Interpolation.LargestStep(PixelSets.Flat(5, 5, 5)));
}
