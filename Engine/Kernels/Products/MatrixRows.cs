namespace Repro.Engine.Kernels.Products;

/// <summary>The rows of a matrix, at a fixed distance from each other; the left operand of a matrix product.</summary>
internal readonly unsafe struct MatrixRows(float* matrix, long rows, long rowStride, float* result, long resultStride) : ITileSource
{
    public long Rows => rows;

    public float* Padding => null;

    public void Locate(long first, float** inputs, float** outputs, float* unused)
    {
        for (var r = 0; r < MicroKernel.Rows; r++)
        {
            var row = first + r;
            inputs[r] = matrix + (Math.Min(row, rows - 1) * rowStride);
            outputs[r] = row < rows ? result + (row * resultStride) : unused;
        }
    }
}
