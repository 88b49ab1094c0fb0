using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Operations;

public class IndexingTests
{
    [Fact]
    public void SlicesAndSingleElementsAreViews()
    {
        using var scope = NewDisposeScope();
        var x = arange(24, ScalarType.Float32).view(2, 3, 4);
        Assert.Equal(23, x[1, 2, 3].item<float>());
        Assert.Equal(23, x[-1, -1, -1].item<float>());
        Assert.Equal([8, 9, 10, 11], x[0, 2].Values());
        Assert.Equal([4, 6, 8, 10], x[0, 1.., TensorIndex.Slice(step: 2)].Values());
        Assert.Equal([3, 7, 11, 15, 19, 23], x[TensorIndex.Ellipsis, -1].Values());
        Assert.Equal([2, 1, 3, 1, 4], x[TensorIndex.Colon, TensorIndex.None, .., TensorIndex.Null].shape);
        Assert.Equal([1, 3, 4], x[TensorIndex.None, 0].shape);
        Assert.Equal([2, 2, 1], x[.., ..^1, ^1..].shape);
        x[0, 0].zero_();
        Assert.Equal([0, 0, 0, 0, 4], x.Values()[..5]);
    }

    [Fact]
    public void PositionsStandWhereTheyStoodIfTheyAreNeighbours()
    {
        using var scope = NewDisposeScope();
        var x = arange(120, ScalarType.Float32).view(2, 3, 4, 5);
        var i = TensorIndex.Tensor(tensor(new long[] { 0, 2, -1 }));
        var j = TensorIndex.Tensor(tensor(new long[] { 3, 0, 1 }));
        Assert.Equal([2, 3, 5], x[TensorIndex.Colon, i, j].shape);
        Assert.Equal([3, 2, 4], x[TensorIndex.Colon, i, TensorIndex.Colon, j].shape);
        Assert.Equal(x[1, 2, 1, 4].item<float>(), x[TensorIndex.Colon, i, j][1, 2, 4].item<float>());
        Assert.Equal(x[1, 2, 3, 0].item<float>(), x[TensorIndex.Colon, i, TensorIndex.Colon, j][1, 1, 3].item<float>());
        Assert.Equal(x[1, 0, 3].Values(), x[1, i, j][0].Values());
        Assert.Equal([2, 1, 4, 5], x[TensorIndex.Colon, TensorIndex.Tensor(tensor(new[] { false, true, false }))].shape);
    }

    [Fact]
    public void ElementsAreSetBySlicesPositionsAndMasks()
    {
        using var scope = NewDisposeScope();
        var x = zeros(3, 4);
        x[1] = tensor(new float[] { 1, 2, 3, 4 });
        x[.., 3] = 9f;
        x[tensor(new long[] { 0, 0 }), tensor(new long[] { 1, 1 })] = tensor(new float[] { 5, 6 });
        x[x == 0] = -1;
        Assert.Equal([-1, 6, -1, 9, 1, 2, 3, 9, -1, -1, -1, 9], x.Values());
        x.t()[TensorIndex.Tensor(tensor(new long[] { 3 }))] = 7f;
        Assert.Equal([7, 7, 7], x[.., 3].Values());
    }

    [Fact]
    public void GradientsOfWhatIsTakenAndWhatIsSet()
    {
        var rows = new long[] { 2, 0, 2 };
        Gradients.Check(x => x[0][TensorIndex.Colon, TensorIndex.Tensor(tensor(rows))], [2, 3]);
        Gradients.Check(x => x[0][tensor(rows)], [3, 2, 2]);
        Gradients.Check(x => x[0].index_select(1, tensor(rows)), [2, 3]);
        Gradients.Check(x => x[0][.., 1..], [2, 3]);
        Gradients.Check(
            x =>
            {
                var y = x[0] * 1;
                y[TensorIndex.Tensor(tensor(new long[] { 2, 0 }))] = x[1];
                y[1, 0] = x[1].sum();
                return y;
            },
            [3, 2],
            [2]);
    }

    [Fact]
    public void WhatIsNotThereIsNamed()
    {
        using var scope = NewDisposeScope();
        var x = zeros(3, 4);
        Assert.Contains(
            "no element 3 along axis 0 of shape [3, 4]", Assert.Throws<ArgumentOutOfRangeException>(() => x[3]).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "no element -4", Assert.Throws<ArgumentOutOfRangeException>(() => x[tensor(new long[] { -4 })]).Message,
            StringComparison.Ordinal);
        Assert.Contains("3 indices are too many", Assert.Throws<ArgumentException>(() => x[0, 0, 0]).Message, StringComparison.Ordinal);
        Assert.Contains(
            "mask of shape [2]", Assert.Throws<ArgumentException>(() => x[tensor(new[] { true, false })]).Message,
            StringComparison.Ordinal);
        Assert.Contains("Int64 or Bool", Assert.Throws<ArgumentException>(() => x[zeros(2)]).Message, StringComparison.Ordinal);
        Assert.Contains(
            "more than one ellipsis", Assert.Throws<ArgumentException>(() => x[TensorIndex.Ellipsis, TensorIndex.Ellipsis]).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "has to be positive", Assert.Throws<ArgumentException>(() => x[TensorIndex.Slice(step: -1)]).Message, StringComparison.Ordinal);
    }
}
