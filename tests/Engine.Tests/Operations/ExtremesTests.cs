using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Operations;

public class ExtremesTests
{
    [Fact]
    public void NotANumberComesBeforeAllAndTheFirstOfEqualsBeforeTheOthers()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1, 3, float.NaN, 5, float.NaN, 5, 2, 5 }, [2, 4]);
        Assert.Equal([float.NaN, float.NaN], x.max(1).values.Values());
        Assert.Equal([2, 0], x.max(1).indexes.data<long>().ToArray());
        Assert.Equal([2, 0], x.argmin(1).data<long>().ToArray());
        Assert.Equal(2, x.argmax().item<long>());
        Assert.Equal(float.NaN, x.min().item<float>());
        Assert.Equal(1, tensor(new float[] { 2, 5, 5 }).argmax().item<long>());
    }

    [Fact]
    public void IntegersAndEveryAxisAreSearched()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new long[] { 4, 1, long.MinValue, long.MaxValue, 0, 9 }, [2, 3]);
        Assert.Equal([long.MaxValue, 1, 9], x.max(0).values.data<long>().ToArray());
        Assert.Equal([1, 0, 1], x.argmax(0).data<long>().ToArray());
        Assert.Equal([2, 1], x.argmin(1, keepdim: true).data<long>().ToArray());
        Assert.Equal([2, 1], x.min(-1, keepdim: true).values.shape);
        Assert.Equal(long.MinValue, x.min().item<long>());
        Assert.Equal([4, 1, 5], max(tensor(new long[] { 4, 0, 5 }), tensor(new long[] { 1, 1, -5 })).data<long>().ToArray());
        Assert.Contains("among no elements", Assert.Throws<ArgumentException>(() => zeros(0).max()).Message, StringComparison.Ordinal);
        Assert.Contains(
            "the shape is [2, 0]", Assert.Throws<ArgumentException>(() => zeros([2, 0]).argmax(1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GradientsGoToWhatWasFound()
    {
        Gradients.Check(x => x[0].max(1).values, [2, 3]);
        Gradients.Check(x => x[0].min(0, keepdim: true).values, [3, 2]);
        Gradients.Check(x => max(x[0], x[1] + 0.0625), [2, 3], [3]);
    }
}
