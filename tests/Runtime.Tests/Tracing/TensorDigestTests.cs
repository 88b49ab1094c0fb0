using Repro.Runtime.Tracing;
using static TorchSharp.torch;

namespace Repro.Runtime.Tests.Tracing;

public class TensorDigestTests
{
    public static TheoryData<int> Sizes => [1, 2, 63, 64, 65, 128, 129, 1000, 4097];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void FindsTheBlockOfAnyValueThatDiffers(int count)
    {
        using var scope = NewDisposeScope();
        var values = Enumerable.Range(0, count).Select(i => (i * 0.37f) - 3).ToArray();
        var digest = TensorDigest.Of(tensor(values));
        Assert.Null(digest.FirstDifferentBlock(TensorDigest.Of(tensor(values))));
        Assert.InRange(digest.Blocks, 1, 64);
        foreach (var place in Enumerable.Range(0, count).Where(i => i < 70 || i % 97 == 0 || i >= count - 3))
        {
            var changed = values.ToArray();
            changed[place] = BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(changed[place]) ^ 1);
            var other = TensorDigest.Of(tensor(changed));
            Assert.Equal((int)(place / digest.BlockSize), digest.FirstDifferentBlock(other)!.Value);
            Assert.Equal(1, digest.DifferentBlocks(other));
            Assert.NotEqual(digest.Text, other.Text);
        }
    }

    [Fact]
    public void TheLayoutInMemoryDoesNotCount()
    {
        using var scope = NewDisposeScope();
        var x = arange(24).to(ScalarType.Float32).reshape(2, 3, 4);
        Assert.Equal(TensorDigest.Of(x.transpose(0, 2)).Text, TensorDigest.Of(x.transpose(0, 2).contiguous()).Text);
        Assert.NotEqual(TensorDigest.Of(x).Text, TensorDigest.Of(x.transpose(0, 2)).Text);
        Assert.NotEqual(TensorDigest.Of(x).Text, TensorDigest.Of(x.reshape(4, 3, 2)).Text);
    }

    [Fact]
    public void EveryNotANumberIsTheSame()
    {
        using var scope = NewDisposeScope();
        float[] Values(uint bits) => [1, BitConverter.UInt32BitsToSingle(bits), 2];
        Assert.Equal(TensorDigest.Of(tensor(Values(0x7FC00000))).Text, TensorDigest.Of(tensor(Values(0xFFC01234))).Text);
        Assert.NotEqual(TensorDigest.Of(tensor(Values(0x80000000))).Text, TensorDigest.Of(tensor(Values(0))).Text);
    }

    [Fact]
    public void HoldsTheFirstValueOfEachBlockAndWhatItIsToldToStore()
    {
        using var scope = NewDisposeScope();
        var values = Enumerable.Range(0, 1000).Select(i => MathF.Sqrt(i)).ToArray();
        var (few, block, all) = (
            TensorDigest.Of(tensor(values)), TensorDigest.Of(tensor(values), stored: 3), TensorDigest.Of(tensor(values), stored: -1));
        Assert.Equal(17, few.BlockSize);
        for (var i = 0; i < values.Length; i++)
        {
            byte[]? expected = BitConverter.GetBytes(values[i]);
            Assert.Equal(expected, all.ValueAt(i));
            Assert.Equal(i % 17 == 0 ? expected : null, few.ValueAt(i));
            Assert.Equal(i % 17 == 0 || i / 17 == 3 ? expected : null, block.ValueAt(i));
        }
    }

    [Fact]
    public void OtherTypesAndNoValuesAreDigestedToo()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(("int64", "0700000000000000"), (TensorDigest.Of(tensor(7L)).Type, TensorDigest.Of(tensor(7L)).Firsts));
        Assert.Equal(
            ("bool", "0100"), (TensorDigest.Of(tensor((bool[])[true, false])).Type, TensorDigest.Of(tensor((bool[])[true, false])).Firsts));
        Assert.Equal(0, TensorDigest.Of(zeros(0, 3)).Blocks);
        Assert.Null(TensorDigest.Of(zeros(0, 3)).FirstDifferentBlock(TensorDigest.Of(zeros(0, 3))));
    }
}
