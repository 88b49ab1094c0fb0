using static TorchSharp.torch;

namespace Repro.Engine.Tensors;

/// <summary>Copies between layouts.</summary>
internal static unsafe class Copy
{
    /// <summary>The same values in new memory with the given dense strides.</summary>
    public static Tensor To(Tensor source, ReadOnlySpan<long> strides)
    {
        var target = Tensor.Allocate(source.Sizes, strides, source.dtype);
        Into(source, target);
        return target;
    }

    /// <summary>The tensor itself if it is row-major, otherwise a row-major copy.</summary>
    public static Tensor RowMajor(Tensor source) => source.is_contiguous() ? source : To(source, Layout.RowMajor(source.Sizes));

    /// <summary>The tensor itself if it is broadcast or has these strides, otherwise a copy that has them.</summary>
    public static Tensor Aligned(Tensor source, ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides) =>
        !source.Sizes.SequenceEqual(sizes) || Layout.Same(sizes, source.Strides, strides) ? source : To(source, strides);

    /// <summary>Copies values between tensors of one type; the source is broadcast.</summary>
    public static void Into(Tensor source, Tensor target)
    {
        using var from = source.Pin();
        using var to = target.Pin();
        var (read, write) = ((nint)from.Bytes, (nint)to.Bytes);
        var loop = new StridedLoop(target.Sizes, [.. target.Strides], Layout.Expand(source.Sizes, source.Strides, target.Sizes));
        switch (target.ElementSize)
        {
            case 1: loop.Run((at, step, count) => Elements((byte*)write + at[0], step[0], (byte*)read + at[1], step[1], count)); break;
            case 2: loop.Run((at, step, count) => Elements((short*)write + at[0], step[0], (short*)read + at[1], step[1], count)); break;
            case 4 when TransposingCopy.Of(loop) is { } copy: copy.Run((float*)read, (float*)write); break;
            case 4: loop.Run((at, step, count) => Elements((int*)write + at[0], step[0], (int*)read + at[1], step[1], count)); break;
            case 8: loop.Run((at, step, count) => Elements((long*)write + at[0], step[0], (long*)read + at[1], step[1], count)); break;
            default: throw new NotSupportedException($"Tensors of type {target.dtype} cannot be copied.");
        }
    }

    private static void Elements<T>(T* to, long toStep, T* from, long fromStep, long count)
        where T : unmanaged
    {
        if (toStep == 1 && fromStep == 1)
        {
            new ReadOnlySpan<T>(from, checked((int)count)).CopyTo(new Span<T>(to, (int)count));
        }
        else if (toStep == 1 && fromStep == 0)
        {
            new Span<T>(to, checked((int)count)).Fill(*from);
        }
        else
        {
            for (var i = 0L; i < count; i++)
            {
                to[i * toStep] = from[i * fromStep];
            }
        }
    }
}
