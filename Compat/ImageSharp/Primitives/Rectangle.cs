namespace SixLabors.ImageSharp;

/// <summary>A rectangle of pixels; the right and bottom edges are not part of it.</summary>
public struct Rectangle
{
    /// <summary>The rectangle of the given size whose top-left corner is (x, y).</summary>
    public Rectangle(int x, int y, int width, int height)
    {
        X = x;
        Y = y;
        Width = width;
        Height = height;
    }

    /// <summary>The first column.</summary>
    public int X { get; set; }

    /// <summary>The first row.</summary>
    public int Y { get; set; }

    /// <summary>The number of columns.</summary>
    public int Width { get; set; }

    /// <summary>The number of rows.</summary>
    public int Height { get; set; }

    /// <summary>The first column.</summary>
    public readonly int Left => X;

    /// <summary>The first row.</summary>
    public readonly int Top => Y;

    /// <summary>The column after the last.</summary>
    public readonly int Right => unchecked(X + Width);

    /// <summary>The row after the last.</summary>
    public readonly int Bottom => unchecked(Y + Height);
}
