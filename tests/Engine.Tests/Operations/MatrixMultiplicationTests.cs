using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Operations;

public class MatrixMultiplicationTests
{
    [Fact]
    public void EachMatrixOfABatchIsMultipliedAsIfItWereAlone()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (Samples.Tensor(1, 3, 1, 5, 300), Samples.Tensor(2, 4, 300, 7));
        var all = x.matmul(y);
        Assert.Equal([3, 4, 5, 7], all.shape);
        Bits.Equal(x[2, 0].mm(y[3]).Values(), all[2, 3].Values(), "batches");
        Bits.Equal(x[1, 0].mm(y[0]).Values(), x[1].matmul(y[0])[0].Values(), "rows of batches");
        Bits.Equal(x[0, 0].mm(y[0])[4].Values(), x[0, 0, 4].matmul(y[0]).Values(), "vector and matrix");
        Bits.Equal([x[0, 0].mm(y[0])[4, 6].item<float>()], [x[0, 0, 4].matmul(y[0].t()[6]).item<float>()], "two vectors");
    }

    [Fact]
    public void ProductsOfNothingHaveTheirShape()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([0, 2, 3], zeros(0, 2, 4).bmm(zeros(0, 4, 3)).shape);
        Assert.Equal([0, 0, 0, 0], zeros([1, 2, 0]).matmul(zeros([0, 2])).Values());
    }

    [Fact]
    public void ShapesThatDoNotFitAreNamed()
    {
        using var scope = NewDisposeScope();
        Assert.Contains(
            "[2, 3] and [4]", Assert.Throws<ArgumentException>(() => zeros(2, 3).matmul(zeros(4))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "[2, 1, 3] and [3, 3, 1]", Assert.Throws<ArgumentException>(() => zeros(2, 1, 3).bmm(zeros(3, 3, 1))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "addmm", Assert.Throws<ArgumentException>(() => zeros(4).addmm(zeros(2, 3), zeros(3, 2))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => zeros(2, 2, 3).matmul(zeros(3, 3, 2)));
        Assert.Throws<ArgumentException>(() => tensor(1f).matmul(zeros(1)));
    }

    [Fact]
    public void ABetaOf0HidesTheSum()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([2], full(1, float.NaN).addmm(ones(1, 2), ones(2, 1), beta: 0).Values());
    }
}
