using static TorchSharp.torch;

namespace Repro.Engine.Tensors;

/// <summary>Finds elements that are the same place in memory, which an operation in place would read after it wrote them.</summary>
internal static class Overlap
{
    /// <summary>Whether several elements of a layout are the same place in memory, as after <c>expand</c>.</summary>
    public static bool IsWithin(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides)
    {
        if (Layout.Count(sizes) < 2)
        {
            return false;
        }

        Span<int> axes = stackalloc int[sizes.Length];
        for (var d = 0; d < sizes.Length; d++)
        {
            axes[d] = d;
        }

        Layout.SortByStride(axes, strides);
        // From the smallest stride up: a step along an axis has to lead past all that the axes before it reach.
        var reach = 0L;
        for (var i = sizes.Length - 1; i >= 0; i--)
        {
            var axis = axes[i];
            if (sizes[axis] > 1)
            {
                if (strides[axis] <= reach)
                {
                    return true;
                }

                reach += (sizes[axis] - 1) * strides[axis];
            }
        }

        return false;
    }

    /// <summary>
    /// Whether writing the elements of a target one after the other could change elements of a source that are read later. The same
    /// elements in the same order never do.
    /// </summary>
    public static bool Mixes(Tensor source, Tensor target)
    {
        if (source.Storage != target.Storage || source.NumberOfElements == 0 || target.NumberOfElements == 0)
        {
            return false;
        }

        var isSame = source.dtype == target.dtype && source.Offset == target.Offset && source.Sizes.SequenceEqual(target.Sizes)
            && Layout.Same(source.Sizes, source.Strides, target.Strides);
        return !isSame && source.Offset * source.ElementSize < End(target) && target.Offset * target.ElementSize < End(source);
    }

    /// <summary>A copy of a source that writing the target would change, in row-major order; null if the source can be read as it is.</summary>
    public static Tensor? CopyIfMixed(Tensor source, Tensor target) =>
        Mixes(source, target) ? Copy.To(source, Layout.RowMajor(source.Sizes)) : null;

    /// <summary>The first byte of the storage behind all elements of a tensor.</summary>
    private static long End(Tensor tensor)
    {
        var last = tensor.Offset;
        for (var d = 0; d < tensor.Sizes.Length; d++)
        {
            last += (tensor.Sizes[d] - 1) * tensor.Strides[d];
        }

        return (last + 1) * tensor.ElementSize;
    }
}
