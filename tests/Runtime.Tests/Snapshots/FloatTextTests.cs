using Repro.Runtime.Snapshots;
using Repro.Runtime.Tests.Fixtures;

namespace Repro.Runtime.Tests.Snapshots;

public class FloatTextTests
{
    [Theory]
    [InlineData(1f, "1", "0x3F800000")]
    [InlineData(-0f, "-0", "0x80000000")]
    [InlineData(812.123456f, "812.123474", "0x444B07E7")]
    [InlineData(float.Epsilon, "1.40129846E-45", "0x00000001")]
    [InlineData(float.MinValue, "-3.40282347E+38", "0xFF7FFFFF")]
    public void NumbersHaveNineDigitsAndTheirBits(float value, string digits, string bits)
    {
        Assert.Equal(digits, FloatText.Decimal(value));
        Assert.Equal(bits, FloatText.Bits(value));
        Assert.Equal(BitConverter.SingleToUInt32Bits(value), BitConverter.SingleToUInt32Bits(FloatText.FromBits(bits)!.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0x3F80000")]
    [InlineData("0x3F80000G")]
    [InlineData("3F80000000")]
    public void OtherTextIsNoBits(string text) => Assert.Null(FloatText.FromBits(text));

    [Fact]
    public void NineDigitsTellNeighboursApart()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var value = BitConverter.UInt32BitsToSingle((uint)random.NextInt64(1L << 32));
            if (float.IsFinite(value) && float.IsFinite(float.BitIncrement(value)))
            {
                Assert.NotEqual(FloatText.Decimal(value), FloatText.Decimal(float.BitIncrement(value)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cultures.NumberSigns), MemberType = typeof(Cultures))]
    public void TheCultureDoesNotMatter(string culture, string decimalSign, string minus)
    {
        Assert.NotNull(culture);
        Assert.Equal("-1.5", Cultures.In(decimalSign, minus, () => FloatText.Decimal(-1.5f)));
    }
}
