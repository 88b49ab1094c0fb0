using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp.Processing.Processors;

internal sealed class BackgroundColorProcessor(Color color) : IImageProcessor
{
    public Image<TPixel> Apply<TPixel>(Image<TPixel> source)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        Image<TPixel> result = source.Clone();
        Rgba32 background = color;
        var row = new Rgba32[result.Width];
        for (int y = 0; y < result.Height; y++)
        {
            result.ReadRow(y, row);
            for (int x = 0; x < row.Length; x++)
            {
                row[x] = Compositing.Over(row[x], background);
            }

            result.WriteRow(y, row);
        }

        return result;
    }
}
