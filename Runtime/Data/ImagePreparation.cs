using Repro.Runtime.Imaging;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace Repro.Runtime.Data;

/// <summary>
/// Prepares a decoded image for training: lays it over the background, resizes it if its size differs, and makes it gray if the data set is
/// gray.
/// </summary>
internal static class ImagePreparation
{
    /// <summary>The pixels, in rows from the top, with a byte for each channel of the data set.</summary>
    public static byte[] Prepare(RgbaImage image, DataSettings settings)
    {
        var fitted = Fit(Flatten(image, Background(settings)), settings);
        return settings.Channels == 1 ? Gray(fitted.Pixels) : fitted.Pixels.ToArray();
    }

    private static RgbImage Flatten(RgbaImage image, Rgb24 background)
    {
        var rgba = image.Pixels;
        var rgb = new byte[rgba.Length / 4 * 3];
        for (int from = 0, to = 0; from < rgba.Length; from += 4, to += 3)
        {
            var alpha = rgba[from + 3];
            rgb[to] = Compositing.Over(rgba[from], alpha, background.R);
            rgb[to + 1] = Compositing.Over(rgba[from + 1], alpha, background.G);
            rgb[to + 2] = Compositing.Over(rgba[from + 2], alpha, background.B);
        }

        return new RgbImage(image.Width, image.Height, rgb);
    }

    private static RgbImage Fit(RgbImage image, DataSettings settings)
    {
        if (image.Width == settings.Width && image.Height == settings.Height)
        {
            return image;
        }

        using var resized = Image.LoadPixelData<Rgb24>(image.Pixels, image.Width, image.Height);
        resized.Mutate(context => context.Resize(settings.Width, settings.Height));
        return RgbImage.From(resized);
    }

    private static byte[] Gray(ReadOnlySpan<byte> rgb)
    {
        var gray = new byte[rgb.Length / 3];
        for (var i = 0; i < gray.Length; i++)
        {
            gray[i] = Luma.Of(rgb[3 * i], rgb[(3 * i) + 1], rgb[(3 * i) + 2]);
        }

        return gray;
    }

    private static Rgb24 Background(DataSettings settings)
    {
        var rgb = Convert.FromHexString(settings.Background.AsSpan(1));
        return new Rgb24(rgb[0], rgb[1], rgb[2]);
    }
}
