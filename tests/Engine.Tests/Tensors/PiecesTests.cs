using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Tensors;

public class PiecesTests
{
    [Fact]
    public void PiecesAreViewsThatMakeUpTheWhole()
    {
        using var scope = NewDisposeScope();
        var x = arange(10, ScalarType.Float32).view(5, 2);
        Assert.Equal([2, 2, 1], x.split(2).Select(piece => piece.shape[0]));
        Assert.Equal([2, 2, 1], x.chunk(3).Select(piece => piece.shape[0]));
        Assert.Equal([1, 1], x.chunk(5, 1).Select(piece => piece.shape[1]));
        Assert.Equal([1, 4], x.split([1, 4]).Select(piece => piece.shape[0]));
        Assert.Equal(x.Values(), cat(x.split(2)).Values());
        Assert.Equal([3, 0], zeros([3, 0]).chunk(2, 1)[1].shape);
        x.split(2)[2].zero_();
        Assert.Equal([0, 0], x.Values()[8..]);
        Assert.Contains("add up to 3", Assert.Throws<ArgumentException>(() => x.split([1, 2])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => x.split(0));
        Assert.Throws<ArgumentException>(() => x.chunk(0));
    }

    [Fact]
    public void RepeatsLengthenAndAddAxes()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new float[] { 1, 2 });
        Assert.Equal([1, 2, 1, 2, 1, 2, 1, 2], x.repeat(2, 2).Values());
        Assert.Equal([0, 2], x.repeat(0, 1).shape);
        Assert.Throws<ArgumentException>(() => zeros(2, 2).repeat(2));
        Gradients.Check(v => v[0].repeat(2, 3), [2, 2]);
    }

    [Fact]
    public void StacksAndJoinsTakeArraysListsAndSpans()
    {
        using var scope = NewDisposeScope();
        Tensor x = zeros(2), y = ones(2);
        Assert.Equal([0, 0, 1, 1], cat(new List<Tensor> { x, y }).Values());
        Assert.Equal([0, 0, 1, 1], concat([x, y]).Values());
        Assert.Equal([0, 1, 0, 1], stack([x, y], -1).Values());
        Assert.Contains(
            "stack: shapes [2] and [3] differ", Assert.Throws<ArgumentException>(() => stack([x, zeros(3)])).Message,
            StringComparison.Ordinal);
    }
}
