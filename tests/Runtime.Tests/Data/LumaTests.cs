using Repro.Runtime.Data;

namespace Repro.Runtime.Tests.Data;

public class LumaTests
{
    /// <summary>The values are those of Pillow 9.4, <c>Image.new("RGB", (1, 1), colour).convert("L")</c>.</summary>
    [Theory]
    [InlineData(255, 0, 0, 76)]
    [InlineData(0, 255, 0, 150)]
    [InlineData(0, 0, 255, 29)]
    [InlineData(255, 255, 0, 226)]
    [InlineData(1, 2, 3, 2)]
    [InlineData(10, 200, 30, 124)]
    [InlineData(250, 128, 114, 163)]
    public void ItIsThatOfPillow(byte red, byte green, byte blue, byte expected) => Assert.Equal(expected, Luma.Of(red, green, blue));

    [Fact]
    public void AGrayStaysWhatItIs() =>
        Assert.All(Enumerable.Range(0, 256), gray => Assert.Equal(gray, Luma.Of((byte)gray, (byte)gray, (byte)gray)));

    [Fact]
    public void ItIsWithinRoundingOfTheDefinition()
    {
        for (var colour = 0; colour < 1 << 24; colour += 251)
        {
            var (red, green, blue) = ((byte)(colour >> 16), (byte)(colour >> 8), (byte)colour);
            var exact = (0.299m * red) + (0.587m * green) + (0.114m * blue);
            Assert.InRange(Luma.Of(red, green, blue), exact - 0.502m, exact + 0.502m);
        }
    }
}
