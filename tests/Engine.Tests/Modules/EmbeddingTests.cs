using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Modules;

public class EmbeddingTests
{
    [Fact]
    public void TheTableIsDrawnStandardNormalAndItsPaddingRowIsZero()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var expected = randn(6, 4).Values();
        manual_seed(5);
        var table = nn.Embedding(6, 4, padding_idx: -1).parameters().Single().Values();
        Bits.Equal(expected.AsSpan(0, 20), table.AsSpan(0, 20), "rows");
        Bits.Equal(new float[4], table.AsSpan(20), "padding row");
    }

    [Fact]
    public void ThePaddingRowIsLookedUpButGetsNoGradient()
    {
        using var scope = NewDisposeScope();
        var layer = nn.Embedding(3, 2, padding_idx: 1);
        var weight = layer.parameters().Single();
        using (no_grad())
        {
            weight.copy_(tensor(new[] { 1, 2, 3, -0f, 5, -0f }, [3, 2]));
        }

        var y = layer.call(tensor(new long[] { 1, 2, 1 }));
        Bits.Equal([3, -0f, 5, -0f, 3, -0f], y.Values(), "rows");
        y.sum().backward();
        Assert.Equal([0, 0, 0, 0, 1, 1], weight.grad!.Values());
    }

    // A gradient that many places share is a sum (rule 3), not a chain.
    [Fact]
    public void GradientsOfARowAreSummedInBlocksAndLanes()
    {
        using var scope = NewDisposeScope();
        const int Places = 1500;
        var layer = nn.Embedding(2, 3);
        var index = Enumerable.Range(0, Places).Select(i => i % 3 == 0 ? 1L : 0).ToArray();
        var upstream = Samples.Numbers(Places * 3, 6);
        layer.call(tensor(index)).backward([tensor(upstream, [Places, 3])]);
        var expected = new float[6];
        for (var at = 0; at < expected.Length; at++)
        {
            expected[at] = Naive.Sum(
                Enumerable.Range(0, Places).Where(i => index[i] == at / 3).Select(i => upstream[(i * 3) + (at % 3)]).ToArray());
        }

        Bits.Equal(expected, layer.parameters().Single().grad!.Values(), "gradient");
    }

    [Fact]
    public void WrongIndicesAreNamed()
    {
        using var scope = NewDisposeScope();
        var layer = nn.Embedding(3, 2);
        Assert.Contains(
            "embedding: index 3 is outside the table's rows 0…2.",
            Assert.Throws<ArgumentOutOfRangeException>(() => layer.call(tensor(new long[] { 0, 3 }))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "needs Int64 indices", Assert.Throws<ArgumentException>(() => layer.call(zeros(2))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "padding_idx 3", Assert.Throws<ArgumentOutOfRangeException>(() => nn.Embedding(3, 2, 3)).Message, StringComparison.Ordinal);
    }
}
