using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Operations;

public class StatisticsTests
{
    [Fact]
    public void VariancesDoNotLoseDigitsToALargeMean()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 10000f, 10001, 10002 });
        Assert.Equal(1, x.var().item<float>());
        Assert.Equal(1, x.std(0).item<float>());
        Assert.Equal(MathF.Sqrt(2 / 3f), x.std(unbiased: false).item<float>());
        Assert.Equal(float.NaN, x[0].var().item<float>());
    }

    [Theory]
    [InlineData(0f, 3.0)]
    [InlineData(1f, 10.0)]
    [InlineData(2f, 7.0710678)]
    [InlineData(3f, 6.2402515)]
    [InlineData(float.PositiveInfinity, 5.0)]
    [InlineData(float.NegativeInfinity, 0.0)]
    public void NormsOfEveryOrder(float p, double expected)
    {
        using var scope = NewDisposeScope();
        var x = tensor(new float[] { 3 - 6, 4 - 9, 0, 4 - 2 }, [2, 2]);
        expected = p switch { 2 => Math.Sqrt(9 + 25 + 4), 3 => Math.Cbrt(27 + 125 + 8), _ => expected };
        Assert.Equal(expected, x.norm(p).item<float>(), 1e-6);
        Assert.Equal([1, 2], x.norm(0, keepdim: true, p: p).shape);
    }

    [Fact]
    public void GradientsAreThoseOfDifferences()
    {
        Gradients.Check(x => x[0].var(1), [2, 3]);
        Gradients.Check(x => x[0].std([0, 2], unbiased: false, keepdim: true), [2, 2, 2]);
        Gradients.Check(x => x[0].norm(3f), positive: true, [2, 3]);
        Gradients.Check(x => x[0].norm(1), [2, 3]);
        Gradients.Check(x => x[0].norm(float.PositiveInfinity), [4]);
        using var scope = NewDisposeScope();
        var zero = zeros(2, requires_grad: true);
        (zero.norm() + zero.std()).backward();
        Assert.Equal([0, 0], zero.grad!.Values());
    }
}
