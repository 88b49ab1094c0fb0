using Repro.Runtime.Comparison;

namespace Repro.Runtime.Tests.Comparison;

public class UlpTests
{
    [Theory]
    [InlineData(1f, 1f, 0L)]
    [InlineData(0f, -0f, 0L)]
    [InlineData(0f, float.Epsilon, 1L)]
    [InlineData(-float.Epsilon, float.Epsilon, 2L)]
    [InlineData(1f, 1.0000001f, 1L)]
    [InlineData(2f, 1.9999999f, 1L)]
    [InlineData(1f, 2f, 1L << 23)]
    [InlineData(-1f, 1f, 2L * 0x3F800000)]
    [InlineData(-float.MaxValue, float.MaxValue, 2L * 0x7F7FFFFF)]
    [InlineData(float.NaN, float.NaN, 0L)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity, 0L)]
    [InlineData(float.PositiveInfinity, float.MaxValue, null)]
    [InlineData(float.NaN, 1f, null)]
    public void DistanceCountsTheNumbersBetween(float left, float right, long? distance)
    {
        Assert.Equal(distance, Ulp.Distance(left, right));
        Assert.Equal(distance, Ulp.Distance(right, left));
    }

    [Fact]
    public void EveryStepToTheNextNumberIsOne()
    {
        for (var bits = 1u; bits < 0x7F7F_FFFF; bits += 999_983)
        {
            var value = BitConverter.UInt32BitsToSingle(bits);
            Assert.Equal(1, Ulp.Distance(value, MathF.BitIncrement(value)));
            Assert.Equal((double)MathF.BitIncrement(value) - value, Ulp.Of(value));
            Assert.Equal(Ulp.Of(value), Ulp.Of(-value));
        }
    }
}
