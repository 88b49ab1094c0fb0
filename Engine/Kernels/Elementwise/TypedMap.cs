using System.Numerics;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Kernels.Elementwise;

/// <summary>Functions of two elements of any one type, and comparisons of them, with broadcasting: the plain loop.</summary>
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

    private static void Run<TPair, T, TResult>(Tensor x, Tensor y, Tensor result)
        where TPair : IPair<T, TResult>
        where T : unmanaged
        where TResult : unmanaged
    {
        using var left = x.Pin();
        using var right = y.Pin();
        using var output = result.Pin();
        var (l, r, to) = ((nint)left.Bytes, (nint)right.Bytes, (nint)output.Bytes);
        var loop = new StridedLoop(
            result.Sizes,
            [.. result.Strides],
            Layout.Expand(x.Sizes, x.Strides, result.Sizes),
            Layout.Expand(y.Sizes, y.Strides, result.Sizes));
        loop.Run((at, step, count) =>
        {
            var zs = (TResult*)to + at[0];
            var xs = (T*)l + at[1];
            var ys = (T*)r + at[2];
            for (var i = 0L; i < count; i++)
            {
                zs[i * step[0]] = TPair.Invoke(xs[i * step[1]], ys[i * step[2]]);
            }
        });
    }

    private interface IPair<T, TResult>
    {
        static abstract TResult Invoke(T x, T y);
    }

    private readonly struct Computed<TFunction, T> : IPair<T, T>
        where TFunction : struct, ITypedFunction
        where T : INumber<T>
    {
        public static T Invoke(T x, T y) => TFunction.Invoke(x, y);
    }

    private readonly struct Compared<TComparison, T> : IPair<T, bool>
        where TComparison : struct, IComparison
        where T : INumber<T>
    {
        public static bool Invoke(T x, T y) => TComparison.Invoke(x, y);
    }

    private readonly struct Apply<TFunction>(Tensor x, Tensor y, Tensor result) : IElementVisitor
        where TFunction : struct, ITypedFunction
    {
        public void Visit<T>()
            where T : unmanaged, INumber<T> => Run<Computed<TFunction, T>, T, T>(x, y, result);
    }

    private readonly struct Test<TComparison>(Tensor x, Tensor y, Tensor result) : IElementVisitor
        where TComparison : struct, IComparison
    {
        public void Visit<T>()
            where T : unmanaged, INumber<T> => Run<Compared<TComparison, T>, T, bool>(x, y, result);
    }
}
