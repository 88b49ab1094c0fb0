using System.Numerics;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Kernels;

/// <summary>Functions of two elements of any one type, and comparisons of them, with broadcasting: the plain loops.</summary>
internal static unsafe class TypedMap
{
    public static Tensor Binary<TFunction>(string operation, Tensor x, Tensor y)
        where TFunction : struct, ITypedFunction
    {
        var result = Tensor.Allocate(Layout.Broadcast(operation, x.Sizes, y.Sizes), x.dtype);
        ElementType.Visit(operation, x.dtype, new Apply<TFunction>(x, y, result));
        return result;
    }

    /// <summary>Truth values.</summary>
    public static Tensor Compare<TComparison>(string operation, Tensor x, Tensor y)
        where TComparison : struct, IComparison
    {
        var result = Tensor.Allocate(Layout.Broadcast(operation, x.Sizes, y.Sizes), ScalarType.Bool);
        ElementType.Visit(operation, x.dtype, new Test<TComparison>(x, y, result));
        return result;
    }

    private static StridedLoop Loop(Tensor x, Tensor y, Tensor result) => new(
        result.Sizes,
        [.. result.Strides],
        Layout.Expand(x.Sizes, x.Strides, result.Sizes),
        Layout.Expand(y.Sizes, y.Strides, result.Sizes));

    private readonly struct Apply<TFunction>(Tensor x, Tensor y, Tensor result) : IElementVisitor
        where TFunction : struct, ITypedFunction
    {
        public void Visit<T>()
            where T : unmanaged, INumber<T>
        {
            using var left = x.Pin();
            using var right = y.Pin();
            using var output = result.Pin();
            var (l, r, to) = ((nint)left.Bytes, (nint)right.Bytes, (nint)output.Bytes);
            Loop(x, y, result).Run((at, step, count) =>
            {
                var zs = (T*)to + at[0];
                var xs = (T*)l + at[1];
                var ys = (T*)r + at[2];
                for (var i = 0L; i < count; i++)
                {
                    zs[i * step[0]] = TFunction.Invoke(xs[i * step[1]], ys[i * step[2]]);
                }
            });
        }
    }

    private readonly struct Test<TComparison>(Tensor x, Tensor y, Tensor result) : IElementVisitor
        where TComparison : struct, IComparison
    {
        public void Visit<T>()
            where T : unmanaged, INumber<T>
        {
            using var left = x.Pin();
            using var right = y.Pin();
            using var output = result.Pin();
            var (l, r, to) = ((nint)left.Bytes, (nint)right.Bytes, (nint)output.Bytes);
            Loop(x, y, result).Run((at, step, count) =>
            {
                var zs = (bool*)to + at[0];
                var xs = (T*)l + at[1];
                var ys = (T*)r + at[2];
                for (var i = 0L; i < count; i++)
                {
                    zs[i * step[0]] = TComparison.Invoke(xs[i * step[1]], ys[i * step[2]]);
                }
            });
        }
    }
}
