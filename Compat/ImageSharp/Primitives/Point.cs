namespace SixLabors.ImageSharp;

/// <summary>A place in an image, in pixels from its top-left corner.</summary>
public struct Point
{
    /// <summary>The point (x, y).</summary>
    public Point(int x, int y)
    {
        X = x;
        Y = y;
    }

    /// <summary>Pixels to the right of the left edge.</summary>
    public int X { get; set; }

    /// <summary>Pixels below the top edge.</summary>
    public int Y { get; set; }
}
