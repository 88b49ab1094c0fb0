using Repro.Engine.Tests.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Operations;

public class SequenceTests
{
    [Fact]
    public void StepsEndBeforeTheStopAndHaveTheTypeOfTheNumbers()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([0, 1, 2], arange(3).data<long>().ToArray());
        Assert.Equal([2, 3, 4], arange(2, 5).data<long>().ToArray());
        Assert.Equal([5, 3, 1], arange(5, 0, -2).data<long>().ToArray());
        Assert.Equal([0, 2, 4], arange(0, 6, 2).data<long>().ToArray());
        Assert.Equal([1, 1.5f, 2], arange(1, 2.5, 0.5).Values());
        Assert.Equal([0, 1], arange(1.5f).Values());
        Assert.Equal(3 * 0.1, arange(0, 0.4, 0.1, ScalarType.Float64).data<double>().ToArray()[3]);
        Assert.Equal((float)(1000 * 0.1), arange(0, 200, 0.1).Values()[1000]);
        Assert.Equal(ScalarType.Float32, arange(3, ScalarType.Float32, requires_grad: true).dtype);
        Assert.Equal([0], arange(3, 3).shape);
        Assert.Equal([0, long.MaxValue / 2], arange(0, long.MaxValue - 1, long.MaxValue / 2).data<long>().ToArray());
        Assert.Contains("do not lead", Assert.Throws<ArgumentException>(() => arange(0, 3, -1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => arange(0, 3, (Scalar)0));
        Assert.Throws<ArgumentException>(() => arange(0, double.NaN));
    }

    [Fact]
    public void EqualDistancesReachBothEndsExactly()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([-1, -0.5f, 0, 0.5f, 1], linspace(-1, 1, 5).Values());
        Assert.Equal([0.1f, 0.3f], linspace(0.1, 0.3, 2).Values());
        Assert.Equal([0.7f], linspace(0.7, 9, 1).Values());
        Assert.Empty(linspace(0, 1, 0).Values());
        var x = linspace(0.1, 0.9, 1001).Values();
        Assert.Equal((0.1f, 0.9f), (x[0], x[^1]));
    }

    [Fact]
    public void DiagonalsAreOnes()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([1, 0, 0, 1], eye(2).Values());
        Assert.Equal([1, 0, 0, 0, 1, 0], eye(2, 3).Values());
        Assert.Equal([1, 0, 0, 1, 0, 0], eye(3, 2, ScalarType.Int64).data<long>().ToArray());
    }

    [Fact]
    public void RandomIntegersHaveTheShapeAndTypeOfAnotherTensorAndTheSameStream()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var expected = randint(-3, 9, [2, 3]).data<long>().ToArray();
        foreach (var type in new[] { ScalarType.Int64, ScalarType.Float32, ScalarType.Int32, ScalarType.Float64 })
        {
            manual_seed(5);
            var drawn = randint_like(zeros(2, 3, type), -3, 9);
            Assert.Equal((type, 2L), (drawn.dtype, drawn.shape[0]));
            Assert.Equal(expected, drawn.to(ScalarType.Int64).data<long>().ToArray());
        }

        manual_seed(5);
        Assert.Equal(expected, randint(-3, 9, new Size([2, 3])).data<long>().ToArray());
    }
}
