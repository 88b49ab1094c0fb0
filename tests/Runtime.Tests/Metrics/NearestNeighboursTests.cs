using Repro.Runtime.Metrics;

namespace Repro.Runtime.Tests.Metrics;

public class NearestNeighboursTests
{
    private static readonly double[][] Rectangle = [[5, 1, 9], [2, 2, 7], [8, 1, 6]];

    private static readonly double[][] Square = [[0, 3, 4], [3, 0, 8], [4, 8, 0]];

    [Fact]
    public void RowsAndColumnsHaveTheirNearest()
    {
        Assert.Equal((1 + 2 + 1) / 3.0, NearestNeighbours.MeanDistance(Rectangle));
        Assert.Equal((2 + 1 + 6) / 3.0, NearestNeighbours.MeanDistanceOfColumns(Rectangle));
    }

    [Fact]
    public void OfEquallyNearColumnsTheFirstIsCovered() => Assert.Equal(2, NearestNeighbours.Covered(Rectangle));

    [Fact]
    public void AnImageIsNoNeighbourOfItself() => Assert.Equal((3 + 3 + 4) / 3.0, NearestNeighbours.MeanDistanceToOthers(Square));

    [Fact]
    public void EachPairCountsOnce() => Assert.Equal((3 + 4 + 8) / 3.0, NearestNeighbours.MeanDistanceOfPairs(Square));

    [Fact]
    public void ALoneImageHasNoOthers()
    {
        Assert.Null(NearestNeighbours.MeanDistanceToOthers([[0]]));
        Assert.Equal(0, NearestNeighbours.MeanDistanceOfPairs([[0]]));
    }
}
