namespace Repro.Engine.Convolution;

/// <summary>
/// Which input pixels each output pixel of a convolution reads. Output (i, j) of the map lies at (FirstRow + RowStep·i, FirstColumn +
/// ColumnStep·j) and reads, for each tap, the input at (RowScale·i + tap row, ColumnScale·j + tap column), or zeros outside of the input.
/// Taps are in ascending order of kernel row, then kernel column (rule 2).
/// </summary>
internal sealed record PixelMap
{
    public required int Rows { get; init; }

    public required int Columns { get; init; }

    public int FirstRow { get; init; }

    public int FirstColumn { get; init; }

    public int RowStep { get; init; } = 1;

    public int ColumnStep { get; init; } = 1;

    public int RowScale { get; init; } = 1;

    public int ColumnScale { get; init; } = 1;

    public required Tap[] Taps { get; init; }

    /// <summary>The one map of a convolution.</summary>
    public static PixelMap Forward(in ConvolutionShape shape)
    {
        var taps = new List<Tap>();
        for (var row = 0; row < shape.KernelRows; row++)
        {
            for (var column = 0; column < shape.KernelColumns; column++)
            {
                taps.Add(new Tap(
                    (row * shape.DilationRows) - shape.PaddingRows, (column * shape.DilationColumns) - shape.PaddingColumns, row, column));
            }
        }

        return new PixelMap
        {
            Rows = shape.SmallRows,
            Columns = shape.SmallColumns,
            RowScale = shape.StrideRows,
            ColumnScale = shape.StrideColumns,
            Taps = [.. taps],
        };
    }

    /// <summary>
    /// The maps of a transposed convolution, one for each phase of the stride: pixels of one phase meet the same taps of the kernel.
    /// </summary>
    public static IEnumerable<PixelMap> Transposed(ConvolutionShape shape)
    {
        for (var row = 0; row < Math.Min(shape.StrideRows, shape.LargeRows); row++)
        {
            var rowTaps = TapsOfPhase(row + shape.PaddingRows, shape.KernelRows, shape.StrideRows, shape.DilationRows);
            for (var column = 0; column < Math.Min(shape.StrideColumns, shape.LargeColumns); column++)
            {
                var columnTaps = TapsOfPhase(
                    column + shape.PaddingColumns, shape.KernelColumns, shape.StrideColumns, shape.DilationColumns);
                yield return new PixelMap
                {
                    Rows = (shape.LargeRows - row + shape.StrideRows - 1) / shape.StrideRows,
                    Columns = (shape.LargeColumns - column + shape.StrideColumns - 1) / shape.StrideColumns,
                    FirstRow = row,
                    FirstColumn = column,
                    RowStep = shape.StrideRows,
                    ColumnStep = shape.StrideColumns,
                    Taps = [.. rowTaps.SelectMany(r => columnTaps.Select(c => new Tap(r.Offset, c.Offset, r.Kernel, c.Kernel)))],
                };
            }
        }
    }

    /// <summary>How far each tap reads from the output's pixel in channels-last images, in elements.</summary>
    public long[] InputOffsets(int inputColumns, int inputChannels) =>
        [.. Taps.Select(tap => (((long)tap.Row * inputColumns) + tap.Column) * inputChannels)];

    /// <summary>
    /// The kernel positions that an output at <paramref name="position"/> (padding included) meets, and the input they read there.
    /// </summary>
    private static List<(int Offset, int Kernel)> TapsOfPhase(int position, int kernel, int stride, int dilation)
    {
        var taps = new List<(int, int)>();
        for (var k = 0; k < kernel; k++)
        {
            var distance = position - (k * dilation);
            if (distance % stride == 0)
            {
                taps.Add((distance / stride, k));
            }
        }

        return taps;
    }
}
