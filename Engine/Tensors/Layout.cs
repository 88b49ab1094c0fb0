namespace Repro.Engine.Tensors;

/// <summary>Sizes and strides: how the elements of a tensor lie in its storage.</summary>
internal static class Layout
{
    /// <summary>Strides of a row-major tensor.</summary>
    public static long[] RowMajor(ReadOnlySpan<long> sizes)
    {
        var strides = new long[sizes.Length];
        var stride = 1L;
        for (var d = sizes.Length - 1; d >= 0; d--)
        {
            strides[d] = stride;
            stride *= Math.Max(sizes[d], 1);
        }

        return strides;
    }

    /// <summary>Strides of an N × C × H × W tensor whose channels are adjacent in memory.</summary>
    public static long[] ChannelsLast(ReadOnlySpan<long> sizes) =>
        [sizes[1] * sizes[2] * sizes[3], 1, sizes[1] * sizes[3], sizes[1]];

    public static long Count(ReadOnlySpan<long> sizes)
    {
        var count = 1L;
        foreach (var size in sizes)
        {
            count = checked(count * size);
        }

        return count;
    }

    /// <summary>Whether the strides are those of <paramref name="expected"/>, axes of length one aside.</summary>
    public static bool Same(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides, ReadOnlySpan<long> expected)
    {
        for (var d = 0; d < sizes.Length; d++)
        {
            if (sizes[d] != 1 && strides[d] != expected[d])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the elements fill one stretch of memory without gap or overlap, in whatever order of axes.</summary>
    public static bool IsDense(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides)
    {
        Span<int> axes = stackalloc int[sizes.Length];
        var used = 0;
        for (var d = 0; d < sizes.Length; d++)
        {
            if (sizes[d] != 1)
            {
                axes[used++] = d;
            }
        }

        axes = axes[..used];
        SortByStride(axes, strides);
        var expected = 1L;
        for (var i = used - 1; i >= 0; i--)
        {
            if (strides[axes[i]] != expected)
            {
                return false;
            }

            expected *= sizes[axes[i]];
        }

        return true;
    }

    /// <summary>Sorts axes from the largest stride to the smallest; equal ones keep their order.</summary>
    public static void SortByStride(Span<int> axes, ReadOnlySpan<long> strides)
    {
        for (var i = 1; i < axes.Length; i++)
        {
            var axis = axes[i];
            var j = i;
            for (; j > 0 && strides[axes[j - 1]] < strides[axis]; j--)
            {
                axes[j] = axes[j - 1];
            }

            axes[j] = axis;
        }
    }

    /// <summary>Whether two shapes broadcast.</summary>
    public static bool Broadcasts(ReadOnlySpan<long> left, ReadOnlySpan<long> right)
    {
        for (var i = 1; i <= Math.Min(left.Length, right.Length); i++)
        {
            if (left[^i] != right[^i] && left[^i] != 1 && right[^i] != 1)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The shape that two shapes broadcast to, as in PyTorch.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static long[] Broadcast(string operation, ReadOnlySpan<long> left, ReadOnlySpan<long> right)
    {
        var sizes = new long[Math.Max(left.Length, right.Length)];
        for (var i = 1; i <= sizes.Length; i++)
        {
            var l = i <= left.Length ? left[^i] : 1;
            var r = i <= right.Length ? right[^i] : 1;
            if (l != r && l != 1 && r != 1)
            {
                throw new ArgumentException(
                    $"{operation}: shapes {Text(left)} and {Text(right)} do not broadcast: axis {sizes.Length - i} is {l} and {r}, and "
                    + "neither is 1.");
            }

            sizes[^i] = l == 1 ? r : l;
        }

        return sizes;
    }

    /// <summary>Strides that read a tensor as if it had the broadcast shape.</summary>
    public static long[] Expand(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides, ReadOnlySpan<long> target)
    {
        var expanded = new long[target.Length];
        for (var i = 1; i <= sizes.Length; i++)
        {
            expanded[^i] = sizes[^i] == target[^i] ? strides[^i] : 0;
        }

        return expanded;
    }

    /// <summary>An axis counted from the front, where negative ones count from the back.</summary>
    public static int Axis(string operation, long axis, int rank)
    {
        var range = Math.Max(rank, 1);
        return axis >= -range && axis < range
            ? (int)(axis < 0 ? axis + range : axis)
            : throw new ArgumentOutOfRangeException(nameof(axis), $"{operation}: axis {axis} is outside −{range}…{range - 1}.");
    }

    /// <summary>The axis to take a part along, counted from the front. A tensor without axes has none.</summary>
    /// <exception cref="ArgumentException">There is no such axis.</exception>
    public static int AxisOfPart(string operation, long axis, int rank) => rank > 0
        ? Axis(operation, axis, rank)
        : throw new ArgumentException($"{operation}: a tensor without axes has no parts along axis {axis}.", nameof(axis));

    public static string Text(ReadOnlySpan<long> sizes) => "[" + string.Join(", ", sizes.ToArray()) + "]";
}
