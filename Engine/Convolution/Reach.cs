namespace Repro.Engine.Convolution;

/// <summary>How far the taps of a map reach in each direction, relative to the output pixel.</summary>
internal readonly record struct Reach(int Top, int Left, int Bottom, int Right)
{
    public static Reach Of(Tap[] taps) =>
        new(taps.Min(tap => tap.Row), taps.Min(tap => tap.Column), taps.Max(tap => tap.Row), taps.Max(tap => tap.Column));

    /// <summary>Whether all taps read within the input from the given pixel.</summary>
    public bool Fits(int row, int column, int rows, int columns) =>
        row + Top >= 0 && column + Left >= 0 && row + Bottom < rows && column + Right < columns;
}
