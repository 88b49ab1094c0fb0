using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Processing.Processors.Transforms;

internal sealed class ResizeProcessor(ResizeOptions options) : IImageProcessor
{
    public Image<TPixel> Apply<TPixel>(Image<TPixel> source)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        (Size size, Rectangle target) = ResizeGeometry.Of(source.Size, options);
        bool isUnchanged = target.X == 0 && target.Y == 0
            && (size.Width, size.Height) == (source.Width, source.Height)
            && (target.Width, target.Height) == (source.Width, source.Height);
        if (isUnchanged)
        {
            return source.Clone();
        }

        var result = new Image<TPixel>(size.Width, size.Height, source.Metadata);
        if (options.Mode == ResizeMode.Pad)
        {
            result.Pixels.Fill(options.PadColor.ToPixel<TPixel>());
        }

        if (options.Sampler is NearestNeighborResampler)
        {
            TakeNearest(source, result, target);
        }
        else
        {
            new WeightedResize(options.Sampler, source.Size, size, target, options.PremultiplyAlpha).Apply(source, result);
        }

        return result;
    }

    private static void TakeNearest<TPixel>(Image<TPixel> source, Image<TPixel> result, Rectangle target)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        float stepX = source.Width / (float)target.Width;
        float stepY = source.Height / (float)target.Height;
        for (int y = Math.Max(0, target.Y); y < Math.Min(result.Height, target.Bottom); y++)
        {
            Span<TPixel> from = source.Row(Math.Min(source.Height - 1, (int)((y - target.Y) * stepY)));
            Span<TPixel> to = result.Row(y);
            for (int x = Math.Max(0, target.X); x < Math.Min(result.Width, target.Right); x++)
            {
                to[x] = from[Math.Min(from.Length - 1, (int)((x - target.X) * stepX))];
            }
        }
    }
}
