using Repro.Engine.Tests.Testing;
using static TorchSharp.torch;

namespace Repro.Engine.Tests.Tensors;

public class ConversionTests
{
    [Fact]
    public void FloatingPointBecomesIntegersTowardZeroAndCutOffAtTheEndsOfInt64()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1.9f, -1.9f, 300, -1, float.NaN, float.PositiveInfinity, -1e30f });
        Assert.Equal([1, -1, 300, -1, 0, long.MaxValue, long.MinValue], x.to(ScalarType.Int64).data<long>().ToArray());
        Assert.Equal([1, 255, 44, 255, 0, 255, 0], x.to(ScalarType.Byte).data<byte>().ToArray());
        Assert.Equal([1, -1, 300, -1, 0, -1, 0], x.to(ScalarType.Int32).data<int>().ToArray());
        Assert.Equal([true, true, true, true, true, true, true], x.to(ScalarType.Bool).data<bool>().ToArray());
    }

    [Fact]
    public void IntegersBecomeFloatingPointWithOneRounding()
    {
        using var scope = NewDisposeScope();
        // Between two binary32, just above the middle; by way of binary64 it would end up in the middle and round down.
        const long AboveTheMiddle = (1L << 60) + (1L << 36) + 1;
        Assert.Equal((1L << 60) + (1L << 37), (double)tensor(AboveTheMiddle).to(ScalarType.Float32).item<float>());
        Assert.Equal((1L << 60) + (1L << 37), (double)(zeros(1) + AboveTheMiddle).item<float>());
        Assert.Equal([0, 1, 0], tensor(new[] { 0, 7, 0 }).to(ScalarType.Bool).to(ScalarType.Float32).Values());
        Assert.Equal(0.1f, tensor(0.1).to(ScalarType.Float32).item<float>());
    }

    [Fact]
    public void TheSameTypeSharesMemoryUnlessACopyIsAskedFor()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2);
        x.to(ScalarType.Float32).add_(1);
        x.to(CPU).add_(1);
        x.to("cpu").add_(1);
        x.to(ScalarType.Float32, copy: true).add_(1);
        Assert.Equal([3, 3], x.Values());
        Assert.Throws<NotSupportedException>(() => x.cuda());
        var y = x.to(ScalarType.Int64, disposeAfter: true);
        Assert.True(x.IsInvalid);
        Assert.Equal([3, 3], y.data<long>().ToArray());
    }

    [Fact]
    public void GradientsFlowThroughAChangeOfType()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        (x.to(ScalarType.Float64).to(ScalarType.Float32) * 3).sum().backward();
        Assert.Equal([3, 3], x.grad!.Values());
        var error = Assert.Throws<NotSupportedException>(() => x.to(ScalarType.Float64) * tensor(2.0));
        Assert.Contains("Float32", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ScalarType.Int64, ScalarType.Float32, ScalarType.Float32)]
    [InlineData(ScalarType.Bool, ScalarType.Byte, ScalarType.Byte)]
    [InlineData(ScalarType.Byte, ScalarType.Int8, ScalarType.Int16)]
    [InlineData(ScalarType.Int32, ScalarType.Int64, ScalarType.Int64)]
    [InlineData(ScalarType.Float32, ScalarType.Float64, ScalarType.Float64)]
    public void OperandsMeetInTheTypeThatHoldsBoth(ScalarType left, ScalarType right, ScalarType expected)
    {
        using var scope = NewDisposeScope();
        Assert.Equal(expected, (ones(2, left) + ones(2, right)).dtype);
        Assert.Equal(expected, (ones(2, right) + ones(2, left)).dtype);
    }

    [Fact]
    public void NumbersAndTensorsWithoutAxesCountOnlyByTheirCategory()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(ScalarType.Float32, (ones(2) + tensor(1.0)).dtype);
        Assert.Equal(ScalarType.Int32, (ones(2, ScalarType.Int32) + 5L).dtype);
        Assert.Equal(ScalarType.Float32, (ones(2, ScalarType.Int32) + 0.5).dtype);
        Assert.Equal(ScalarType.Float64, (ones(2, ScalarType.Int32) + tensor(0.5)).dtype);
        Assert.Equal(ScalarType.Int64, (ones(2, ScalarType.Bool) + 1).dtype);
        Assert.Equal(ScalarType.Float32, (ones(2, ScalarType.Int64) / 2).dtype);
    }

    [Fact]
    public void IntegersComputeExactly()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 1L << 53, -7, 7 });
        Assert.Equal([(1L << 53) + 1, -6, 8], (x + 1).data<long>().ToArray());
        Assert.Equal([1 - (1L << 53), 8, -6], (1 - x).data<long>().ToArray());
        Assert.Equal([(1L << 54), -14, 14], (x * 2).data<long>().ToArray());
        Assert.Equal([1L << 52, -4, 3], x.div(2, RoundingMode.floor).data<long>().ToArray());
        Assert.Equal([1L << 52, -3, 3], x.div(2, RoundingMode.trunc).data<long>().ToArray());
        Assert.Equal([long.MinValue], tensor(new[] { long.MinValue }).div(-1, RoundingMode.floor).data<long>().ToArray());
        Assert.Equal([(1L << 53)], x.sum().data<long>().ToArray());
        Assert.Equal([1 - (1L << 53), 7 + 1, -7 + 1], (-x + 1).data<long>().ToArray());
        Assert.Contains(
            "divided by 0", Assert.Throws<ArgumentException>(() => x.div(0, RoundingMode.floor)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TruthValuesAreCountedAndCombined()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { true, false, true, false });
        var y = tensor(new[] { true, true, false, false });
        Assert.Equal(2, x.sum().item<long>());
        Assert.Equal([true, true, true, false], (x + y).data<bool>().ToArray());
        Assert.Equal([true, false, false, false], (x * y).data<bool>().ToArray());
        Assert.Throws<NotSupportedException>(() => x - y);
    }

    [Fact]
    public void NumbersConvertFromAndToTensors()
    {
        using var scope = NewDisposeScope();
        Tensor[] numbers = [1, 2L, 3f, 4.0, true, new[] { 1, 2 }, new[] { 1.5f }];
        Assert.Equal(
            [ScalarType.Int32, ScalarType.Int64, ScalarType.Float32, ScalarType.Float64, ScalarType.Bool, ScalarType.Int32, ScalarType.Float32],
            numbers.Select(x => x.dtype));
        Assert.Equal(3, (int)tensor(3.7f));
        Assert.Equal(3.0, (double)tensor(3L));
        Assert.Equal(7f, (float)tensor(7));
        Assert.True((bool)tensor(0.5));
        Assert.Throws<ArgumentException>(() => (float)zeros(2));
    }
}
