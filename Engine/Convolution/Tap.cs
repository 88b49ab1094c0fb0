namespace Repro.Engine.Convolution;

/// <summary>One position of a kernel: where it reads, relative to the output pixel, and where it lies in the kernel.</summary>
internal readonly record struct Tap(int Row, int Column, int KernelRow, int KernelColumn)
{
    /// <summary>Whether it reads within the input from the given pixel, and not padding.</summary>
    public bool IsInside(int row, int column, int rows, int columns) =>
        (uint)(row + Row) < (uint)rows && (uint)(column + Column) < (uint)columns;
}
