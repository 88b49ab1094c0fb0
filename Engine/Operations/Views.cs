using Repro.Engine.Autograd;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>Other ways to look at the same memory, with their gradients.</summary>
internal static partial class Views
{
    public static Tensor Permute(Tensor x, ReadOnlySpan<long> permutation)
    {
        var rank = x.Sizes.Length;
        if (permutation.Length != rank)
        {
            throw new ArgumentException($"permute: {permutation.Length} axes given for a tensor of shape {Layout.Text(x.Sizes)}.");
        }

        var (sizes, strides) = (new long[rank], new long[rank]);
        var inverse = new long[rank];
        Array.Fill(inverse, -1);
        for (var d = 0; d < rank; d++)
        {
            var from = Layout.Axis("permute", permutation[d], rank);
            if (inverse[from] >= 0)
            {
                throw new ArgumentException($"permute: axis {from} is named twice.");
            }

            (sizes[d], strides[d], inverse[from]) = (x.Sizes[from], x.Strides[from], d);
        }

        return Node.Record("permute", x.View(sizes, strides, x.Offset), [x], _ => g => [Permute(g, inverse)]);
    }

    public static Tensor Reshape(Tensor x, ReadOnlySpan<long> shape, bool mayCopy)
    {
        var sizes = Resolve(mayCopy ? "reshape" : "view", x, shape);
        var strides = StridesOfView(x, sizes);
        if (strides is null && !mayCopy)
        {
            throw new InvalidOperationException(
                $"view: the elements of this tensor of shape {Layout.Text(x.Sizes)} do not lie so that shape {Layout.Text(sizes)} can "
                + "be a view; use reshape.");
        }

        return Node.Record("view", strides is null ? Copied(x, sizes) : x.View(sizes, strides, x.Offset), [x], _ =>
        {
            var before = x.shape;
            return g => [Reshape(g, before, mayCopy: true)];
        });
    }

    public static Tensor Expand(Tensor x, ReadOnlySpan<long> shape)
    {
        var sizes = shape.ToArray();
        var lead = sizes.Length - x.Sizes.Length;
        for (var d = 0; d < sizes.Length; d++)
        {
            var size = d >= lead ? x.Sizes[d - lead] : -1;
            if (sizes[d] == -1 && size >= 0)
            {
                sizes[d] = size;
            }

            if (lead < 0 || sizes[d] < 0 || (d >= lead && size != 1 && size != sizes[d]))
            {
                throw new ArgumentException($"expand: shape {Layout.Text(x.Sizes)} cannot be expanded to {Layout.Text(shape)}.");
            }
        }

        return Node.Record("expand", x.View(sizes, Layout.Expand(x.Sizes, x.Strides, sizes), x.Offset), [x], _ =>
        {
            var before = x.shape;
            return g => [Reduction.SumTo(g, before)];
        });
    }

    /// <summary>Every <paramref name="step"/>th of <paramref name="length"/> elements along an axis.</summary>
    public static Tensor Narrow(Tensor x, long dim, long start, long length, long step = 1)
    {
        var axis = Layout.AxisOfPart("narrow", dim, x.Sizes.Length);
        var size = x.Sizes[axis];
        var first = start < 0 ? start + size : start;
        if (first < 0 || length < 0 || step < 1 || (length > 0 && first + ((length - 1) * step) >= size))
        {
            throw new ArgumentOutOfRangeException(
                nameof(start), $"narrow: {length} elements from {start} with step {step} are not inside axis {axis} of shape "
                    + $"{Layout.Text(x.Sizes)}.");
        }

        var (sizes, strides) = (x.shape, x.stride());
        sizes[axis] = length;
        strides[axis] *= step;
        return Node.Record("narrow", x.View(sizes, strides, x.Offset + (first * x.Strides[axis])), [x], _ =>
        {
            var before = x.shape;
            return g =>
            {
                var whole = Filled.Zeros(before);
                Copy.Into(g, Narrow(whole, axis, first, length, step));
                return [whole];
            };
        });
    }

    private static Tensor Copied(Tensor x, long[] sizes)
    {
        using var copy = Copy.To(x, Layout.RowMajor(x.Sizes));
        return copy.View(sizes, Layout.RowMajor(sizes), 0);
    }

    private static long[] Resolve(string operation, Tensor x, ReadOnlySpan<long> shape)
    {
        var sizes = shape.ToArray();
        var count = x.NumberOfElements;
        var open = Array.IndexOf(sizes, -1);
        if (open >= 0)
        {
            sizes[open] = 1;
            var rest = Layout.Count(sizes);
            sizes[open] = rest == 0 ? -1 : count / rest;
        }

        return Array.TrueForAll(sizes, size => size >= 0) && Layout.Count(sizes) == count
            ? sizes
            : throw new ArgumentException(
                $"{operation}: shape {Layout.Text(shape)} does not hold the {count} elements of shape {Layout.Text(x.Sizes)}.");
    }

    /// <summary>Strides with which the tensor's memory reads as another shape, or null if there are none.</summary>
    private static long[]? StridesOfView(Tensor x, long[] sizes)
    {
        var strides = Layout.RowMajor(sizes);
        if (x.is_contiguous() || x.NumberOfElements == 0)
        {
            return strides;
        }

        var axis = sizes.Length - 1;
        var end = x.Sizes.Length - 1;
        while (end >= 0)
        {
            // The longest run of old axes that are one stretch of memory must be made of whole new axes.
            var begin = end;
            var count = x.Sizes[end];
            var stride = x.Strides[end];
            while (begin > 0 && (x.Sizes[begin - 1] == 1 || x.Strides[begin - 1] == count * stride))
            {
                begin--;
                count *= x.Sizes[begin];
            }

            while (axis >= 0 && (count > 1 || sizes[axis] == 1))
            {
                if (count % sizes[axis] != 0)
                {
                    return null;
                }

                strides[axis] = stride;
                stride *= sizes[axis];
                count /= sizes[axis];
                axis--;
            }

            if (count != 1)
            {
                return null;
            }

            end = begin - 1;
        }

        return strides;
    }
}
