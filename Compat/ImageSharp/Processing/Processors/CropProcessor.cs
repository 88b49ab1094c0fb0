namespace SixLabors.ImageSharp.Processing.Processors;

internal sealed class CropProcessor(Rectangle rectangle) : IImageProcessor
{
    public Image<TPixel> Apply<TPixel>(Image<TPixel> source)
        where TPixel : unmanaged, PixelFormats.IPixel<TPixel>
    {
        bool inside = rectangle.X >= 0 && rectangle.Y >= 0 && rectangle.Width > 0 && rectangle.Height > 0
            && rectangle.Width <= source.Width - rectangle.X && rectangle.Height <= source.Height - rectangle.Y;
        if (!inside)
        {
            throw new ArgumentException(
                $"The rectangle of {rectangle.Width}x{rectangle.Height} pixels at ({rectangle.X}, {rectangle.Y}) is not inside the "
                + $"image of {source.Width}x{source.Height}.");
        }

        var result = new Image<TPixel>(rectangle.Width, rectangle.Height, source.Metadata);
        for (int y = 0; y < result.Height; y++)
        {
            source.Row(rectangle.Y + y).Slice(rectangle.X, rectangle.Width).CopyTo(result.Row(y));
        }

        return result;
    }
}
