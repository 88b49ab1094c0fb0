using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Processing.Processors;

internal sealed class DrawImageProcessor(Image foreground, Point location, float opacity) : IImageProcessor
{
    public Image<TPixel> Apply<TPixel>(Image<TPixel> source)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        Image<TPixel> result = source.Clone();
        var above = new Rgba32[foreground.Width];
        var row = new Rgba32[result.Width];
        long bottom = Math.Min(result.Height, (long)location.Y + foreground.Height);
        long right = Math.Min(result.Width, (long)location.X + foreground.Width);
        for (int y = Math.Max(0, location.Y); y < bottom; y++)
        {
            foreground.ReadRow(y - location.Y, above);
            result.ReadRow(y, row);
            for (int x = Math.Max(0, location.X); x < right; x++)
            {
                row[x] = Compositing.Over(above[x - location.X], row[x], opacity);
            }

            result.WriteRow(y, row);
        }

        return result;
    }
}
