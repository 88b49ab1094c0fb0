using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Repro.Compat.Tests.ImageSharp;

public sealed class ColorTests
{
    [Theory]
    [InlineData("#ffffff", 255, 255, 255, 255)]
    [InlineData("0A1b2C", 10, 27, 44, 255)]
    [InlineData("#0A1b2C3d", 10, 27, 44, 61)]
    [InlineData("#1af", 17, 170, 255, 255)]
    [InlineData("1af8", 17, 170, 255, 136)]
    public void HexadecimalDigitsAreRead(string text, byte r, byte g, byte b, byte a)
    {
        Assert.True(Color.TryParseHex(text, out Color color));
        Assert.Equal(new Rgba32(r, g, b, a), color.ToPixel<Rgba32>());
        Assert.Equal(color, Color.ParseHex(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("#12")]
    [InlineData("#12345")]
    [InlineData("#1234567")]
    [InlineData("#123456789")]
    [InlineData("##123456")]
    [InlineData("white!")]
    [InlineData(" fffff")]
    public void OtherTextIsRefused(string text)
    {
        Assert.False(Color.TryParseHex(text, out _));
        Assert.Throws<ArgumentException>(() => Color.ParseHex(text));
    }

    [Fact]
    public void ColoursAndPixelsConvert()
    {
        Rgb24 pixel = Color.FromRgba(1, 2, 3, 4);
        Color color = new Rgba32(1, 2, 3, 4);

        Assert.Equal(new Rgb24(1, 2, 3), pixel);
        Assert.Equal(Color.FromRgba(1, 2, 3, 4), color);
        Assert.Equal(default(Rgba32), (Rgba32)Color.Transparent);
        Assert.Equal(new Rgba32(255, 0, 0), (Rgba32)Color.Red);
    }

    /// <summary>ITU-R BT.709 in decimals: 0.2126 R + 0.7152 G + 0.0722 B, to the nearest.</summary>
    [Fact]
    public void LuminanceIsThatOfBT709()
    {
        for (int i = 0; i < 256; i++)
        {
            Assert.Equal(new L8((byte)i), Color.FromRgb((byte)i, (byte)i, (byte)i).ToPixel<L8>());
        }

        var random = new Random(1);
        for (int i = 0; i < 10000; i++)
        {
            (byte r, byte g, byte b) = ((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256));
            decimal exact = (0.2126m * r) + (0.7152m * g) + (0.0722m * b);
            byte expected = (byte)Math.Round(exact, MidpointRounding.AwayFromZero);
            if (Math.Abs(exact - Math.Floor(exact) - 0.5m) > 0.0001m)
            {
                Assert.Equal(expected, Color.FromRgb(r, g, b).ToPixel<L8>().PackedValue);
            }
        }
    }
}
