using System.Numerics;
using System.Runtime.Intrinsics;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>
/// Applies operators element by element, with broadcasting. The result is laid out like an operand of its shape, if one is dense.
/// </summary>
internal static unsafe class Map
{
    public static Tensor Unary<TOperator>(string operation, Tensor x, TOperator op)
        where TOperator : struct, IUnaryOperator
    {
        var result = Tensor.Allocate(x.Sizes, LayoutOf(x.Sizes, x, x));
        UnaryInto(operation, x, result, op);
        return result;
    }

    public static Tensor Binary<TOperator>(string operation, Tensor x, Tensor y, TOperator op)
        where TOperator : struct, IBinaryOperator
    {
        var sizes = Layout.Broadcast(operation, x.Sizes, y.Sizes);
        var result = Tensor.Allocate(sizes, LayoutOf(sizes, x, y));
        BinaryInto(operation, x, y, result, op);
        return result;
    }

    public static void UnaryInto<TOperator>(string operation, Tensor x, Tensor result, TOperator op)
        where TOperator : struct, IUnaryOperator
    {
        using var input = x.Pin(operation, ScalarType.Float32);
        using var output = result.Pin(operation, ScalarType.Float32);
        var (from, to) = ((nint)input.Floats, (nint)output.Floats);
        new StridedLoop(result.Sizes, [.. result.Strides], Layout.Expand(x.Sizes, x.Strides, result.Sizes)).Run((at, step, count) =>
            Run((float*)to + at[0], step[0], (float*)from + at[1], step[1], count, op));
    }

    public static void BinaryInto<TOperator>(string operation, Tensor x, Tensor y, Tensor result, TOperator op)
        where TOperator : struct, IBinaryOperator
    {
        using var alignedX = AlignedCopy(x, result);
        using var alignedY = AlignedCopy(y, result);
        (x, y) = (alignedX ?? x, alignedY ?? y);
        using var left = x.Pin(operation, ScalarType.Float32);
        using var right = y.Pin(operation, ScalarType.Float32);
        using var output = result.Pin(operation, ScalarType.Float32);
        var (l, r, to) = ((nint)left.Floats, (nint)right.Floats, (nint)output.Floats);
        var loop = new StridedLoop(
            result.Sizes,
            [.. result.Strides],
            Layout.Expand(x.Sizes, x.Strides, result.Sizes),
            Layout.Expand(y.Sizes, y.Strides, result.Sizes));
        loop.Run((at, step, count) =>
            Run((float*)to + at[0], step[0], (float*)l + at[1], step[1], (float*)r + at[2], step[2], count, op));
    }

    private static void Run<TOperator>(float* to, long toStep, float* x, long xStep, long count, TOperator op)
        where TOperator : struct, IUnaryOperator
    {
        var i = Vector512.IsHardwareAccelerated && toStep == 1 && xStep == 1 ? op.InvokeWide(x, to, count) : 0;
        if (Vector.IsHardwareAccelerated && toStep == 1 && xStep == 1)
        {
            for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
            {
                op.Invoke(Vector.Load(x + i)).Store(to + i);
            }
        }

        for (; i < count; i++)
        {
            to[i * toStep] = op.Invoke(x[i * xStep]);
        }
    }

    private static void Run<TOperator>(float* to, long toStep, float* x, long xStep, float* y, long yStep, long count, TOperator op)
        where TOperator : struct, IBinaryOperator
    {
        var i = 0L;
        if (Vector.IsHardwareAccelerated && toStep == 1 && xStep is 0 or 1 && yStep is 0 or 1)
        {
            var xs = new Vector<float>(*x);
            var ys = new Vector<float>(*y);
            for (; i <= count - Vector<float>.Count; i += Vector<float>.Count)
            {
                op.Invoke(xStep == 1 ? Vector.Load(x + i) : xs, yStep == 1 ? Vector.Load(y + i) : ys).Store(to + i);
            }
        }

        for (; i < count; i++)
        {
            to[i * toStep] = op.Invoke(x[i * xStep], y[i * yStep]);
        }
    }

    /// <summary>
    /// A copy of an operand that is laid out in another order than the result: transposing it once is faster than crossing it element by
    /// element.
    /// </summary>
    private static Tensor? AlignedCopy(Tensor operand, Tensor result) =>
        operand.dtype == ScalarType.Float32
        && operand.Sizes.SequenceEqual(result.Sizes)
        && !Layout.Same(result.Sizes, operand.Strides, result.Strides)
        && Layout.IsDense(operand.Sizes, operand.Strides)
        // A part of a tensor is no layout for a copy, which has memory for its elements alone.
        && Layout.IsDense(result.Sizes, result.Strides)
            ? Copy.To(operand, result.Strides)
            : null;

    private static ReadOnlySpan<long> LayoutOf(ReadOnlySpan<long> sizes, Tensor x, Tensor y) =>
        sizes.SequenceEqual(x.Sizes) && Layout.IsDense(x.Sizes, x.Strides) ? x.Strides
        : sizes.SequenceEqual(y.Sizes) && Layout.IsDense(y.Sizes, y.Strides) ? y.Strides
        : Layout.RowMajor(sizes);
}
