using Repro.Engine.Kernels.Elementwise;
using static TorchSharp.torch;

namespace Repro.Engine.Kernels.Products;

/// <summary>The product of two matrices of any strides, with an optional bias for each column.</summary>
internal static unsafe class MatrixProduct
{
    /// <summary>left (m × k) · right (k × n) + bias (n).</summary>
    public static Tensor Run(string operation, Tensor left, Tensor right, Tensor? bias = null)
    {
        var result = Tensor.Allocate([left.Sizes[0], right.Sizes[1]]);
        Into(operation, left, right, bias, result);
        return result;
    }

    /// <summary>The same into a row-major m × n tensor.</summary>
    public static void Into(string operation, Tensor left, Tensor right, Tensor? bias, Tensor result)
    {
        using var l = left.Pin(operation, ScalarType.Float32);
        using var r = right.Pin(operation, ScalarType.Float32);
        using var b = (bias ?? result).Pin(operation, ScalarType.Float32);
        using var o = result.Pin();
        var (rows, depth, columns) = (left.Sizes[0], checked((int)left.Sizes[1]), checked((int)right.Sizes[1]));
        if (rows == 0 || columns == 0)
        {
            return;
        }

        if (depth == 0)
        {
            new Span<float>(o.Floats, checked((int)(rows * columns))).Clear();
            if (bias is not null)
            {
                Map.BinaryInto(operation, result, bias, result, default(Add));
            }

            return;
        }

        var added = bias is null ? null : b.Floats;
        var x = new Operand(l.Floats, rows, left.Strides[0], depth, left.Strides[1]);
        var y = new Operand(r.Floats, depth, right.Strides[0], columns, right.Strides[1]);
        if (UnpackedProduct.Fits(x, y))
        {
            UnpackedProduct.Run(x, y, added, o.Floats);
            return;
        }

        using var panels = new Panels(r.Floats, [0], depth, right.Strides[0], columns, right.Strides[1]);
        var source = new MatrixRows(l.Floats, rows, left.Strides[0], o.Floats, columns);
        Product.Run(source, (nint)left.Strides[1], panels, added);
    }
}
