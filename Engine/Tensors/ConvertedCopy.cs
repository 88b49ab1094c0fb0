using System.Numerics;
using static TorchSharp.torch;

namespace Repro.Engine.Tensors;

/// <summary>
/// Copies between tensors of any types. Floating point becomes an integer through Int64, toward zero, cut off at its ends, not-a-number to
/// 0; narrower integers keep the low bits. An integer becomes floating point with one rounding, and a truth value is whether a number is
/// not 0.
/// </summary>
internal static class ConvertedCopy
{
    /// <summary>The source is broadcast to the shape of the target.</summary>
    public static void Into(string operation, Tensor source, Tensor target)
    {
        if (source.dtype == target.dtype)
        {
            Copy.Into(source, target);
        }
        else
        {
            ElementType.Visit(operation, source.dtype, new From(operation, source, target));
        }
    }

    private readonly struct From(string operation, Tensor source, Tensor target) : IElementVisitor
    {
        public void Visit<T>()
            where T : unmanaged, INumber<T> => ElementType.Visit(operation, target.dtype, new To<T>(source, target));
    }

    private readonly unsafe struct To<TIn>(Tensor source, Tensor target) : IElementVisitor
        where TIn : unmanaged, INumber<TIn>
    {
        public void Visit<TOut>()
            where TOut : unmanaged, INumber<TOut>
        {
            using var from = source.Pin();
            using var to = target.Pin();
            var (read, write) = ((nint)from.Bytes, (nint)to.Bytes);
            var toTruth = target.dtype == ScalarType.Bool;
            new StridedLoop(
                target.Sizes, [.. target.Strides], Layout.Expand(source.Sizes, source.Strides, target.Sizes)).Run((at, step, count) =>
            {
                var x = (TIn*)read + at[1];
                var y = (TOut*)write + at[0];
                for (var i = 0L; i < count; i++)
                {
                    var value = x[i * step[1]];
                    y[i * step[0]] = toTruth ? (TIn.IsZero(value) ? TOut.Zero : TOut.One) : Number<TIn, TOut>(value);
                }
            });
        }
    }

    private static TOut Number<TIn, TOut>(TIn value)
        where TIn : unmanaged, INumber<TIn>
        where TOut : unmanaged, INumber<TOut>
    {
        if (typeof(TIn) != typeof(float) && typeof(TIn) != typeof(double))
        {
            return TOut.CreateTruncating(value);
        }

        var number = double.CreateTruncating(value);
        return typeof(TOut) == typeof(float) || typeof(TOut) == typeof(double)
            ? TOut.CreateTruncating(number)
            : TOut.CreateTruncating(long.CreateSaturating(number));
    }
}
