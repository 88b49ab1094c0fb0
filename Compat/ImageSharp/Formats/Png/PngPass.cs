namespace SixLabors.ImageSharp.Formats.Png;

/// <summary>The pixels that are stored together: those of every StepX-th column and StepY-th row from (X, Y).</summary>
internal readonly record struct PngPass(int X, int Y, int StepX, int StepY)
{
    private static readonly PngPass[] Whole = [new(0, 0, 1, 1)];

    private static readonly PngPass[] Adam7 =
    [
        new(0, 0, 8, 8), new(4, 0, 8, 8), new(0, 4, 4, 8), new(2, 0, 4, 4), new(0, 2, 2, 4), new(1, 0, 2, 2), new(0, 1, 1, 2),
    ];

    /// <summary>The passes of a file, in their order; one without pixels takes no bytes.</summary>
    internal static IEnumerable<PngPass> Of(PngHeader header) =>
        (header.IsInterlaced ? Adam7 : Whole).Where(pass => pass.X < header.Width && pass.Y < header.Height);

    internal int Columns(int width) => (width - X + StepX - 1) / StepX;

    internal int Rows(int height) => (height - Y + StepY - 1) / StepY;

    internal long ByteCount(PngHeader header) => Rows(header.Height) * (1 + header.RowLength(Columns(header.Width)));
}
