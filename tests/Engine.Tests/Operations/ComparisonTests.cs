using static TorchSharp.torch;

namespace Repro.Engine.Tests.Operations;

public class ComparisonTests
{
    [Fact]
    public void ElementsAreComparedWithElementsAndNumbers()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1f, 2, float.NaN });
        var y = tensor(new[] { 2f, 2, float.NaN });
        Assert.Equal([false, true, false], Truth(x == y));
        Assert.Equal([true, false, true], Truth(x != y));
        Assert.Equal([true, false, false], Truth(x < y));
        Assert.Equal([true, true, false], Truth(x <= y));
        Assert.Equal([false, false, false], Truth(x > y));
        Assert.Equal([false, true, false], Truth(x >= y));
        Assert.Equal([false, true, false], Truth(x > 1));
        Assert.Equal([true, false, false], Truth(x.lt(1.5)));
        Assert.Equal([false, false, true], Truth(x.isnan()));
    }

    [Fact]
    public void TypesMeetBeforeTheyAreCompared()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([false, true], Truth(tensor(new[] { 1L, 2 }) > 1.5));
        Assert.Equal([true, false], Truth(tensor(new[] { 0.1f, 0.2f }) == 0.1));
        Assert.Equal([true, false, false, true], Truth(tensor(new[] { 1L, 2 }, [2, 1]) == tensor(new[] { 1, 2 })));
    }

    [Fact]
    public void TensorsAreKeysByThemselves()
    {
        using var scope = NewDisposeScope();
        Tensor x = zeros(2), y = zeros(2);
        Assert.False(x.Equals(y));
        Assert.Single(new[] { x, y }, tensor => tensor.Equals(x));
        Assert.Equal(2, new HashSet<Tensor> { x, y, x }.Count);
    }

    [Fact]
    public void CloseIsWithinTheTolerancesOfTheTarget()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1f, float.PositiveInfinity });
        Assert.True(x.allclose(x));
        Assert.True(x.allclose(tensor(new[] { 1.000001f, float.PositiveInfinity })));
        Assert.False(x.allclose(tensor(new[] { 1.1f, float.PositiveInfinity })));
        Assert.True(x.allclose(tensor(new[] { 1.1f, float.PositiveInfinity }), rtol: 0, atol: 0.2));
        Assert.False(x.allclose(tensor(new[] { 1f, float.MaxValue }), rtol: 1));
        var nan = tensor(float.NaN);
        Assert.False(nan.allclose(nan));
        Assert.True(nan.allclose(nan, equal_nan: true));
        Assert.Throws<ArgumentException>(() => x.allclose(tensor(1L)));
    }

    private static bool[] Truth(Tensor x) => x.data<bool>().ToArray();
}
