using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Tensors;

/// <summary>Elements going in and out of tensors.</summary>
public class DataTests
{
    [Fact]
    public void ElementsComeBackInEveryType()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([1.5f, -2], tensor(new[] { 1.5f, -2 }).data<float>().ToArray());
        Assert.Equal([1.5, -2], tensor(new[] { 1.5, -2 }).data<double>().ToArray());
        Assert.Equal([1L, -2], tensor(new[] { 1L, -2 }).data<long>().ToArray());
        Assert.Equal([1, -2], tensor(new[] { 1, -2 }).data<int>().ToArray());
        Assert.Equal([1, 255], tensor(new byte[] { 1, 255 }).data<byte>().ToArray());
        Assert.Equal([true, false], tensor(new[] { true, false }).data<bool>().ToArray());
        Assert.Equal(7L, tensor(7L).item<long>());
        Assert.Equal(7, (float)tensor(7f));
        Assert.Equal(7, (long)tensor(7L));
        var error = Assert.Throws<ArgumentException>(() => tensor(7f).item<long>());
        Assert.Contains("Float32", error.Message, StringComparison.Ordinal);
        Assert.Contains(
            "has not one element", Assert.Throws<ArgumentException>(() => zeros(2).item<float>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AccessorsReadAndWriteByPosition()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new float[] { 1, 2, 3, 4, 5, 6 }, [2, 3]).t();
        var data = x.data<float>();
        Assert.Equal(6, data.Count);
        Assert.Equal(4, data[0, 1]);
        data[2, 0] = 9;
        Assert.Equal([1, 4, 2, 5, 9, 6], data);
        Assert.Throws<ArgumentException>(() => data[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => data[3, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => data[-1, 0]);
    }

    [Fact]
    public void BytesAreThoseOfRowMajorElements()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1f, -2 });
        Assert.Equal([0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0], x.bytes.ToArray());
        x.bytes = new byte[] { 0, 0, 0, 0x40, 0, 0, 0x80, 0x3f };
        Assert.Equal([2, 1], x.Values());
        Assert.Throws<InvalidOperationException>(() => zeros(2, 3).t().bytes.Length);
    }

    [Fact]
    public void CopiesBroadcast()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 3);
        x.t().copy_(tensor(new float[] { 1, 2, 3 }, [3, 1]));
        Assert.Equal([1, 2, 3, 1, 2, 3], x.Values());
        Assert.Contains("copy_: ", Assert.Throws<ArgumentException>(() => x.copy_(zeros(4, 2, 3))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FillsReachEveryTypeAndOnlyTheView()
    {
        using var scope = NewDisposeScope();
        var x = zeros(3, 4);
        x.slice(1, 0, 4, 2).fill_(2.5);
        Assert.Equal([2.5f, 0, 2.5f, 0, 2.5f, 0, 2.5f, 0, 2.5f, 0, 2.5f, 0], x.Values());
        Assert.Equal([7, 7], full(2, 7L).data<long>().ToArray());
        Assert.Equal([0.5, 0.5], full(2, 0.5, ScalarType.Float64).data<double>().ToArray());
        Assert.Equal([1, 1], ones(2, ScalarType.Byte).data<byte>().ToArray());
        Assert.Equal([true], ones(1, ScalarType.Bool).data<bool>().ToArray());
    }

    [Fact]
    public void IndexSelectCatAndStack()
    {
        using var scope = NewDisposeScope();
        var x = Samples.Tensor(1, 3, 4);
        var v = x.Values();
        Bits.Equal([v[2], v[0], v[6], v[4], v[10], v[8]], x.index_select(1, tensor(new long[] { 2, 0 })).Values(), "index_select");
        Bits.Equal([.. v, .. v], cat([x, x]).Values(), "cat 0");
        Bits.Equal([.. v.Chunk(4).SelectMany(row => row.Concat(row))], cat([x, x], -1).Values(), "cat -1");
        Assert.Equal([3, 2, 4], stack([x, x], 1).shape);
        Bits.Equal(cat([x, x], 1).view(3, 2, 4).Values(), stack([x, x], 1).Values(), "stack");
        Bits.Equal(x.t().Values(), cat([x.t().narrow(0, 0, 1), x.t().narrow(0, 1, 3)]).Values(), "strided parts");
    }

    [Fact]
    public void PartsThatDoNotJoinAreNamed()
    {
        using var scope = NewDisposeScope();
        foreach (var other in new[] { zeros(2, 4), zeros(3), zeros(1, 2, 3), zeros(2, 3, ScalarType.Int64) })
        {
            Assert.StartsWith("cat: ", Assert.Throws<ArgumentException>(() => cat([zeros(2, 3), other])).Message, StringComparison.Ordinal);
        }

        Assert.StartsWith(
            "cat: ", Assert.Throws<ArgumentException>(() => cat([zeros(2, 3), zeros(2)], 1)).Message, StringComparison.Ordinal);
        Assert.StartsWith("cat: ", Assert.Throws<ArgumentException>(() => cat([tensor(1f), tensor(2f)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => cat([]));
        Assert.Throws<ArgumentException>(() => zeros(2, 3).index_select(0, zeros(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => zeros(2, 3).index_select(0, tensor(new long[] { 2 })));
    }

    [Fact]
    public void ArraysMustHoldEnoughNumbers()
    {
        Assert.Contains(
            "needs more than 5", Assert.Throws<ArgumentException>(() => tensor(new float[5], [2, 3])).Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => zeros(2, device: device("cuda:0")));
        Assert.Throws<ArgumentException>(() => device("gpu"));
    }

    [Fact]
    public void ADisposedTensorSaysSo()
    {
        var x = zeros(2);
        x.Dispose();
        x.Dispose();
        Assert.True(x.IsInvalid);
        Assert.Contains("disposed", Assert.Throws<InvalidOperationException>(() => x + 1).Message, StringComparison.Ordinal);
        Assert.Equal("[disposed]", x.ToString());
    }
}
