namespace Repro.Engine.Kernels.Products;

/// <summary>A matrix of any strides.</summary>
internal readonly unsafe struct Operand(float* floats, long rows, long rowStride, int columns, long columnStride)
{
    public long Rows => rows;

    public int Columns => columns;

    public long RowStride => rowStride;

    public long ColumnStride => columnStride;

    public float* At(long row, long column) => floats + (row * rowStride) + (column * columnStride);
}
