using Repro.Runtime.Imaging;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace Repro.Runtime.Data;

/// <summary>Reads one image of a data set: decoded to 8 bits, laid over the background, then resized if its size differs.</summary>
internal static class ImageFile
{
    /// <exception cref="ReproException">The file cannot be read, or is no image.</exception>
    public static RgbImage Read(string path, DataSettings settings)
    {
        try
        {
            using var stream = File.OpenRead(path);
            using var source = Image.Load<Rgba32>(stream);
            return Fit(Flatten(source, Background(settings)), settings);
        }
        catch (Exception e) when (e is ImageFormatException or NotSupportedException or InvalidMemoryOperationException)
        {
            throw Unreadable("is not a readable image", path, settings, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable("cannot be read", path, settings, e);
        }
    }

    private static RgbImage Flatten(Image<Rgba32> source, Rgb24 background)
    {
        var rgba = new byte[4 * source.Width * source.Height];
        source.CopyPixelDataTo(rgba);
        var rgb = new byte[3 * source.Width * source.Height];
        for (int from = 0, to = 0; from < rgba.Length; from += 4, to += 3)
        {
            var alpha = rgba[from + 3];
            rgb[to] = Compositing.Over(rgba[from], alpha, background.R);
            rgb[to + 1] = Compositing.Over(rgba[from + 1], alpha, background.G);
            rgb[to + 2] = Compositing.Over(rgba[from + 2], alpha, background.B);
        }

        return new RgbImage(source.Width, source.Height, rgb);
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

    private static Rgb24 Background(DataSettings settings)
    {
        var rgb = Convert.FromHexString(settings.Background.AsSpan(1));
        return new Rgb24(rgb[0], rgb[1], rgb[2]);
    }

    private static ReproException Unreadable(string problem, string path, DataSettings settings, Exception cause) =>
        new($"data set '{settings.Name}': '{settings.Folder}/{Path.GetFileName(path)}' {problem}: {cause.Message} Replace the file or take it away.", cause);
}
