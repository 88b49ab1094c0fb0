using Repro.Runtime.Imaging;

namespace Repro.Runtime.Tests.Imaging;

public class PixelValueTests
{
    [Fact]
    public void APixelGivesBackItself()
    {
        for (var pixel = 0; pixel <= 255; pixel++)
        {
            Assert.Equal(pixel, PixelValue.ToByte(pixel / 255f));
        }
    }

    [Theory]
    [InlineData(float.NaN, 0)]
    [InlineData(float.NegativeInfinity, 0)]
    [InlineData(-1f, 0)]
    [InlineData(-0f, 0)]
    [InlineData(0.5f, 128)]
    [InlineData(0.0019607842f, 0)]
    [InlineData(0.0019607844f, 1)]
    [InlineData(1.5f, 255)]
    [InlineData(float.PositiveInfinity, 255)]
    public void ValuesAreClampedAndRoundedHalfUp(float value, byte expected) => Assert.Equal(expected, PixelValue.ToByte(value));
}
