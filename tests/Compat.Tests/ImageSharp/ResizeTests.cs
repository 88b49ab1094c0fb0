using System.Security.Cryptography;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;
using SixLabors.ImageSharp.Processing.Processors.Transforms;

namespace Repro.Compat.Tests.ImageSharp;

public sealed class ResizeTests
{
    public static TheoryData<string, int, int, int, int> Cases { get; } = new()
    {
        { "Bicubic", 8, 8, 4, 4 },
        { "Bicubic", 7, 5, 3, 11 },
        { "Bicubic", 64, 40, 20, 25 },
        { "Bicubic", 3, 3, 10, 10 },
        { "Bicubic", 1, 1, 5, 2 },
        { "Triangle", 9, 7, 4, 5 },
        { "Triangle", 4, 4, 13, 9 },
        { "Box", 12, 12, 4, 3 },
        { "Box", 10, 7, 4, 3 },
        { "Box", 5, 5, 9, 12 },
    };

    /// <summary>Against the definition, pixel by pixel in one two-dimensional sum of 28-digit decimals.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void PixelsAreTheWeightedMeansOfTheDefinition(string sampler, int width, int height, int newWidth, int newHeight)
    {
        Image<Rgba32> source = Random(width, height);
        Image<Rgba32> result = source.Clone(x => x.Resize(newWidth, newHeight, Sampler(sampler)));

        Assert.Equal(new Size(newWidth, newHeight), result.Size);
        for (int y = 0; y < newHeight; y++)
        {
            for (int x = 0; x < newWidth; x++)
            {
                decimal[] expected = WeightedMean(source, sampler, newWidth, newHeight, x, y);
                Rgba32 actual = result[x, y];
                AssertNearest(expected[0], actual.R);
                AssertNearest(expected[1], actual.G);
                AssertNearest(expected[2], actual.B);
                AssertNearest(expected[3], actual.A);
            }
        }
    }

    /// <summary>Made on x86-64 with this code, whose pixels the test above checks; every machine must give it.</summary>
    [Fact]
    public void TheBitsOfAResizedImageAreLocked()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string sampler in new[] { "Bicubic", "Triangle", "Box", "NearestNeighbor" })
        {
            Image<Rgba32> image = Random(101, 77);
            image.Mutate(x => x.Resize(64, 64, Sampler(sampler)).Resize(100, 0));
            var bytes = new byte[4 * image.Width * image.Height];
            image.CopyPixelDataTo(bytes);
            hash.AppendData(bytes);
        }

        Assert.Equal("e6f91ad393da237a0b7e47fbc0327a3c4616059b889c33cc13b554036b13f043", Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    [Theory]
    [InlineData("Bicubic")]
    [InlineData("Triangle")]
    [InlineData("Box")]
    [InlineData("NearestNeighbor")]
    public void OneColourStaysOneColourAndTheSameSizeTheSameImage(string sampler)
    {
        for (int width = 1; width < 40; width++)
        {
            using var image = new Image<Rgba32>(width, 40 - width, new Rgba32(200, 100, 50, 120));
            image.Mutate(x => x.Resize(23, 31, Sampler(sampler)));
            Assert.All(Pixels(image), pixel => Assert.Equal(new Rgba32(200, 100, 50, 120), pixel));
        }

        Image<Rgba32> noise = Random(9, 8);
        Assert.Equal(Pixels(noise), Pixels(noise.Clone(x => x.Resize(9, 8, Sampler(sampler)))));
    }

    [Fact]
    public void TheNearestNeighbourIsTakenUnchanged()
    {
        Image<L8> image = Image.LoadPixelData<L8>([1, 2, 3, 4], 2, 2);
        image.Mutate(x => x.Resize(4, 4, KnownResamplers.NearestNeighbor));
        Assert.Equal([1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4], Pixels(image).Select(pixel => (int)pixel.PackedValue));

        image.Mutate(x => x.Resize(2, 1, KnownResamplers.NearestNeighbor));
        Assert.Equal([1, 2], Pixels(image).Select(pixel => (int)pixel.PackedValue));
    }

    [Fact]
    public void TransparentPixelsLendNoColour()
    {
        Image<Rgba32> image = Image.LoadPixelData<Rgba32>([new Rgba32(255, 0, 0, 0), new Rgba32(0, 0, 200, 255)], 2, 1);
        var options = new ResizeOptions { Size = new Size(1, 1), Mode = ResizeMode.Stretch, Sampler = KnownResamplers.Box };

        Assert.Equal(new Rgba32(0, 0, 200, 128), image.Clone(x => x.Resize(options))[0, 0]);

        options.PremultiplyAlpha = false;
        Assert.Equal(new Rgba32(128, 0, 100, 128), image.Clone(x => x.Resize(options))[0, 0]);
    }

    [Theory]
    [InlineData(ResizeMode.Stretch, 10, 10, 10, 10)]
    [InlineData(ResizeMode.Crop, 10, 10, 10, 10)]
    [InlineData(ResizeMode.Pad, 10, 10, 10, 10)]
    [InlineData(ResizeMode.Max, 10, 10, 10, 5)]
    [InlineData(ResizeMode.Max, 100, 10, 20, 10)]
    [InlineData(ResizeMode.Stretch, 0, 10, 20, 10)]
    [InlineData(ResizeMode.Stretch, 10, 0, 10, 5)]
    [InlineData(ResizeMode.Stretch, 1, 0, 1, 1)]
    public void TheModeDecidesTheSize(ResizeMode mode, int width, int height, int newWidth, int newHeight)
    {
        using var image = new Image<L8>(40, 20);

        image.Mutate(x => x.Resize(new ResizeOptions { Mode = mode, Size = new Size(width, height) }));

        Assert.Equal(new Size(newWidth, newHeight), image.Size);
    }

    [Theory]
    [InlineData(AnchorPositionMode.Left, new[] { 1, 2 })]
    [InlineData(AnchorPositionMode.Center, new[] { 2, 3 })]
    [InlineData(AnchorPositionMode.Right, new[] { 3, 4 })]
    [InlineData(AnchorPositionMode.BottomRight, new[] { 3, 4 })]
    public void CroppingKeepsTheNamedPart(AnchorPositionMode position, int[] expected)
    {
        Image<L8> image = Image.LoadPixelData<L8>([1, 2, 3, 4, 1, 2, 3, 4], 4, 2);

        image.Mutate(x => x.Resize(new ResizeOptions { Size = new Size(2, 2), Position = position, Sampler = KnownResamplers.Box }));

        Assert.Equal([.. expected, .. expected], Pixels(image).Select(pixel => (int)pixel.PackedValue));
    }

    [Theory]
    [InlineData(AnchorPositionMode.Top, new[] { 5, 6, 9, 9 })]
    [InlineData(AnchorPositionMode.Bottom, new[] { 9, 9, 5, 6 })]
    public void PaddingFillsTheRest(AnchorPositionMode position, int[] expected)
    {
        Image<L8> image = Image.LoadPixelData<L8>([5, 6], 2, 1);

        image.Mutate(x => x.Resize(new ResizeOptions
        {
            Mode = ResizeMode.Pad,
            Size = new Size(2, 2),
            Position = position,
            PadColor = Color.FromRgb(9, 9, 9),
        }));

        Assert.Equal(expected, Pixels(image).Select(pixel => (int)pixel.PackedValue));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 5)]
    [InlineData(5, -1)]
    public void SizesThatSayNothingAreRefusedAndLeaveTheImageAlone(int width, int height)
    {
        Image<Rgba32> image = Random(4, 4);
        Rgba32[] before = Pixels(image);

        Assert.Throws<InvalidOperationException>(() => image.Mutate(x => x.Crop(2, 2).Resize(width, height)));

        Assert.Equal(before, Pixels(image));
    }

    [Fact]
    public void ASizeOverTheLimitIsRefused() =>
        Assert.Throws<InvalidMemoryOperationException>(() => Random(4, 4).Mutate(x => x.Resize(int.MaxValue, int.MaxValue)));

    private static IResampler Sampler(string name) => name switch
    {
        "Bicubic" => KnownResamplers.Bicubic,
        "Triangle" => KnownResamplers.Triangle,
        "Box" => KnownResamplers.Box,
        _ => KnownResamplers.NearestNeighbor,
    };

    private static decimal[] WeightedMean(Image<Rgba32> source, string sampler, int newWidth, int newHeight, int x, int y)
    {
        var sums = new decimal[4];
        decimal total = 0;
        for (int sourceY = 0; sourceY < source.Height; sourceY++)
        {
            for (int sourceX = 0; sourceX < source.Width; sourceX++)
            {
                decimal weight = Weight(sampler, source.Width, newWidth, x, sourceX) * Weight(
                    sampler, source.Height, newHeight, y, sourceY);
                Rgba32 pixel = source[sourceX, sourceY];
                total += weight;
                sums[0] += weight * pixel.R * pixel.A;
                sums[1] += weight * pixel.G * pixel.A;
                sums[2] += weight * pixel.B * pixel.A;
                sums[3] += weight * pixel.A;
            }
        }

        decimal alpha = sums[3];
        return alpha <= 0 ? [0, 0, 0, 0] : [sums[0] / alpha, sums[1] / alpha, sums[2] / alpha, alpha / total];
    }

    private static decimal Weight(string sampler, int sourceLength, int length, int position, int sourcePosition)
    {
        // Whole numbers as long as possible: the distance is numerator / denominator.
        long numerator = (2L * sourcePosition * length) - (((2L * position) + 1) * sourceLength) + length;
        long denominator = 2L * Math.Max(length, sourceLength);
        decimal distance = Math.Abs((decimal)numerator / denominator);
        return sampler switch
        {
            "Box" => 2 * numerator > -denominator && 2 * numerator <= denominator ? 1 : 0,
            "Triangle" => Math.Max(0, 1 - distance),
            _ when distance <= 1 => (1.5m * distance * distance * distance) - (2.5m * distance * distance) + 1,
            _ when distance < 2 => (-0.5m * distance * distance * distance) + (2.5m * distance * distance) - (4 * distance) + 2,
            _ => 0,
        };
    }

    private static void AssertNearest(decimal exact, byte actual) =>
        Assert.InRange(Math.Clamp(exact, 0, 255) - actual, -0.5000000001m, 0.5000000001m);

    private static Image<Rgba32> Random(int width, int height)
    {
        var random = new Random((1000 * width) + height);
        var bytes = new byte[4 * width * height];
        random.NextBytes(bytes);
        return Image.LoadPixelData<Rgba32>(bytes, width, height);
    }

    private static TPixel[] Pixels<TPixel>(Image<TPixel> image)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        var pixels = new TPixel[image.Width * image.Height];
        image.CopyPixelDataTo(pixels);
        return pixels;
    }
}
