using Repro.Runtime.Data;

namespace Repro.Runtime.Tests.Data;

public class CompositingTests
{
    [Fact]
    public void ItIsTheRoundedRatioForEveryInput()
    {
        for (var colour = 0; colour < 256; colour++)
        {
            for (var alpha = 0; alpha < 256; alpha++)
            {
                foreach (var background in (byte[])[0, 1, 127, 128, 254, 255])
                {
                    // Because 255 is odd, the ratio is never half-way between two integers. So any rounding to nearest is right here.
                    var exact = ((colour * alpha) + (background * (255 - alpha))) / 255m;
                    Assert.Equal((byte)decimal.Round(exact), Compositing.Over((byte)colour, (byte)alpha, background));
                }
            }
        }
    }

    [Theory]
    [InlineData(10, 255, 200, 10)]
    [InlineData(10, 0, 200, 200)]
    [InlineData(0, 128, 255, 127)]
    public void EndsAndMiddle(byte colour, byte alpha, byte background, byte expected) =>
        Assert.Equal(expected, Compositing.Over(colour, alpha, background));
}
