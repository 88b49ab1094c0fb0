using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>Parts of a tensor along an axis, and a tensor as a part of a larger one.</summary>
internal static partial class Views
{
    /// <summary>Elements start, start + step, … before finish; both count from the back if negative, and are cut off at the ends.</summary>
    public static Tensor Slice(Tensor x, long dim, long start, long finish, long step)
    {
        if (step < 1)
        {
            throw new ArgumentException($"slice: a step of {step} leads nowhere; it has to be positive.");
        }

        var axis = Layout.AxisOfPart("slice", dim, x.Sizes.Length);
        var size = x.Sizes[axis];
        var first = Math.Clamp(start < 0 ? start + size : start, 0, size);
        var end = Math.Clamp(finish < 0 ? finish + size : finish, first, size);
        return Narrow(x, axis, first, (end - first + step - 1) / step, step);
    }

    /// <summary>One element along an axis, which disappears.</summary>
    public static Tensor Select(Tensor x, long dim, long index)
    {
        var axis = Layout.AxisOfPart("select", dim, x.Sizes.Length);
        if (index < -x.Sizes[axis] || index >= x.Sizes[axis])
        {
            throw new ArgumentOutOfRangeException(
                nameof(index), $"select: there is no element {index} along axis {axis} of shape {Layout.Text(x.Sizes)}.");
        }

        using var one = Narrow(x, axis, index, 1);
        return one.view([.. x.Sizes[..axis], .. x.Sizes[(axis + 1)..]]);
    }

    public static Tensor[] Split(Tensor x, ReadOnlySpan<long> sizes, long dim)
    {
        var axis = Layout.AxisOfPart("split", dim, x.Sizes.Length);
        var total = 0L;
        foreach (var size in sizes)
        {
            total = size >= 0 ? total + size : throw new ArgumentException($"split: sizes {Layout.Text(sizes)} are not all positive or 0.");
        }

        if (total != x.Sizes[axis])
        {
            throw new ArgumentException($"split: sizes {Layout.Text(sizes)} add up to {total}, but axis {axis} of shape "
                + $"{Layout.Text(x.Sizes)} has {x.Sizes[axis]}.");
        }

        var pieces = new Tensor[sizes.Length];
        var start = 0L;
        for (var i = 0; i < pieces.Length; start += sizes[i++])
        {
            pieces[i] = Narrow(x, axis, start, sizes[i]);
        }

        return pieces;
    }

    public static Tensor[] Split(Tensor x, long size, long dim)
    {
        var length = x.Sizes[Layout.AxisOfPart("split", dim, x.Sizes.Length)];
        if (size < 1)
        {
            throw new ArgumentException($"split: pieces of {size} elements never end; the size has to be positive.");
        }

        var sizes = new long[Math.Max(1, (length + size - 1) / size)];
        Array.Fill(sizes, size);
        sizes[^1] = length - (size * (sizes.Length - 1));
        return Split(x, sizes, dim);
    }

    public static Tensor[] Chunk(Tensor x, long chunks, long dim)
    {
        if (chunks < 1)
        {
            throw new ArgumentException($"chunk: {chunks} pieces are asked for; there is at least 1.");
        }

        var length = x.Sizes[Layout.AxisOfPart("chunk", dim, x.Sizes.Length)];
        return length == 0 ? Split(x, new long[chunks], dim) : Split(x, (length + chunks - 1) / chunks, dim);
    }

    public static Tensor Repeat(Tensor x, ReadOnlySpan<long> times)
    {
        var lead = times.Length - x.Sizes.Length;
        if (lead < 0 || times.ContainsAnyInRange(long.MinValue, -1))
        {
            throw new ArgumentException(
                $"repeat: {Layout.Text(times)} does not say for each axis of shape {Layout.Text(x.Sizes)} how many times.");
        }

        // Each axis becomes two, the repetitions and the elements, and the two then one.
        var (split, expanded, merged) = (new List<long>(), new List<long>(), new List<long>());
        for (var d = 0; d < times.Length; d++)
        {
            var size = d < lead ? 1 : x.Sizes[d - lead];
            split.AddRange([1, size]);
            expanded.AddRange([times[d], size]);
            merged.Add(times[d] * size);
        }

        using var apart = x.reshape([.. split]);
        using var repeated = Expand(apart, expanded.ToArray());
        using var copy = repeated.contiguous();
        return copy.view([.. merged]);
    }
}
