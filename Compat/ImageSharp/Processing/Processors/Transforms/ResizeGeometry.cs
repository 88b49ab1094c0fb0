namespace SixLabors.ImageSharp.Processing.Processors.Transforms;

/// <summary>The size of a resized image, and where in it (or partly outside) the whole source comes to lie.</summary>
internal static class ResizeGeometry
{
    /// <remarks>In single precision, like the official package, whose sizes these are.</remarks>
    internal static (Size Size, Rectangle Target) Of(Size source, ResizeOptions options)
    {
        (int width, int height) = Complete(source, options.Size);
        float scaleX = width / (float)source.Width;
        float scaleY = height / (float)source.Height;
        var (alignX, alignY) = Alignment(options.Position);
        switch (options.Mode)
        {
            case ResizeMode.Crop when scaleY < scaleX:
                return Within(
                    width, height, 0, Align(height - (source.Height * scaleX), alignY), width, MathF.Ceiling(source.Height * scaleX));
            case ResizeMode.Crop:
                return Within(
                    width, height, Align(width - (source.Width * scaleY), alignX), 0, MathF.Ceiling(source.Width * scaleY), height);
            case ResizeMode.Pad when scaleY < scaleX:
                return Within(width, height, Align(width - (source.Width * scaleY), alignX), 0, MathF.Round(source.Width * scaleY), height);
            case ResizeMode.Pad:
                return Within(
                    width, height, 0, Align(height - (source.Height * scaleX), alignY), width, MathF.Round(source.Height * scaleX));
            case ResizeMode.Max when source.Height / (float)source.Width < height / (float)width:
                return Whole(width, MathF.Round(source.Height * scaleX));
            case ResizeMode.Max:
                return Whole(MathF.Round(source.Width * scaleY), height);
            default:
                return Whole(width, height);
        }
    }

    private static (int Width, int Height) Complete(Size source, Size wanted)
    {
        (int width, int height) = (wanted.Width, wanted.Height);
        if (width < 0 || height < 0 || (width == 0 && height == 0))
        {
            throw new InvalidOperationException(
                $"An image cannot be resized to {width}x{height} pixels: one side may be 0, to keep the aspect ratio; else both are "
                + $"positive.");
        }

        return (width == 0 ? Positive(MathF.Round((float)((long)source.Width * height) / source.Height)) : width,
            height == 0 ? Positive(MathF.Round((float)((long)source.Height * width) / source.Width)) : height);
    }

    private static (Size Size, Rectangle Target) Within(int width, int height, int x, int y, float targetWidth, float targetHeight) =>
        (new Size(width, height), new Rectangle(x, y, Positive(targetWidth), Positive(targetHeight)));

    private static (Size Size, Rectangle Target) Whole(float width, float height) =>
        Within(Positive(width), Positive(height), 0, 0, width, height);

    private static int Positive(float value) => Math.Max(1, (int)value);

    /// <param name="free">The space that is left over; negative when there is too little.</param>
    /// <param name="alignment">-1 for the start, 0 for the middle, 1 for the end.</param>
    private static int Align(float free, int alignment) => alignment switch
    {
        < 0 => 0,
        0 => (int)MathF.Round(free / 2),
        _ => (int)MathF.Round(free),
    };

    private static (int X, int Y) Alignment(AnchorPositionMode position) => position switch
    {
        AnchorPositionMode.Top => (0, -1),
        AnchorPositionMode.Bottom => (0, 1),
        AnchorPositionMode.Left => (-1, 0),
        AnchorPositionMode.Right => (1, 0),
        AnchorPositionMode.TopLeft => (-1, -1),
        AnchorPositionMode.TopRight => (1, -1),
        AnchorPositionMode.BottomRight => (1, 1),
        AnchorPositionMode.BottomLeft => (-1, 1),
        _ => (0, 0),
    };
}
