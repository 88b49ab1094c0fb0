using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>
/// The places that tensors of positions name in a tensor: the indexed axes are taken to the front and counted through as one, so that each
/// place is a row of the other axes. As in PyTorch, the picked axes stand where the indexed ones did if those are neighbours, and in front
/// otherwise.
/// </summary>
internal sealed class PickedPlaces
{
    private readonly long[] rows;
    private readonly long[] picked;
    private readonly int[] axes;
    private readonly long[] order;

    private PickedPlaces(long[] sizes, int[] axes, long[] picked, long[] rows)
    {
        (Sizes, this.axes, this.picked, this.rows) = (sizes, axes, picked, rows);
        order =
            [.. axes.Select(axis => (long)axis), .. Enumerable.Range(0, sizes.Length).Where(d => !axes.Contains(d)).Select(d => (long)d)];
    }

    /// <summary>The shape of the tensor that is indexed.</summary>
    public long[] Sizes { get; }

    private long[] RowSizes => [.. order.Skip(axes.Length).Select(d => Sizes[d])];

    private long[] FrontSizes => [.. order.Select(d => Sizes[d])];

    /// <summary>The axis of the result that the picked axes begin at.</summary>
    private int Landing => axes[^1] - axes[0] == axes.Length - 1 ? axes[0] : 0;

    public static PickedPlaces Find(Tensor x, List<(int Axis, Tensor Index)> indices)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var positions = indices.SelectMany(index => Positions(x, index.Axis, index.Index)).ToList();
        var picked = positions.Aggregate(Array.Empty<long>(), (sizes, position) => Layout.Broadcast("index", sizes, position.Index.Sizes));
        var rows = new long[Layout.Count(picked)];
        foreach (var (axis, index) in positions)
        {
            var size = x.Sizes[axis];
            var values = index.expand(picked).data<long>().ToArray();
            for (var i = 0; i < rows.Length; i++)
            {
                var value = values[i] < 0 ? values[i] + size : values[i];
                if (value < 0 || value >= size)
                {
                    throw new ArgumentOutOfRangeException(
                        nameof(indices), $"index: there is no element {values[i]} along axis {axis} of shape {Layout.Text(x.Sizes)}.");
                }

                rows[i] = (rows[i] * size) + value;
            }
        }

        return new PickedPlaces(x.shape, [.. positions.Select(position => position.Axis)], picked, rows);
    }

    /// <summary>The rows at the places.</summary>
    public unsafe Tensor Gather(Tensor x)
    {
        using var noGrad = no_grad();
        using var front = x.permute(order);
        using var source = front.contiguous();
        using var result = Tensor.Allocate([.. picked, .. RowSizes], x.dtype);
        using var from = source.Pin();
        using var to = result.Pin();
        var bytes = checked((int)(Layout.Count(RowSizes) * x.ElementSize));
        for (var i = 0L; i < rows.Length; i++)
        {
            new ReadOnlySpan<byte>(from.Bytes + (rows[i] * bytes), bytes).CopyTo(new Span<byte>(to.Bytes + (i * bytes), bytes));
        }

        return result.permute(FromPickedFirst());
    }

    /// <summary>Writes values, broadcast to the shape of the result, to the places, in their order.</summary>
    public unsafe void Scatter(Tensor x, Tensor values)
    {
        using var front = x.permute(order);
        using var target = front.contiguous();
        using var source = PickedFirst(values);
        using (var from = source.Pin())
        using (var to = target.Pin())
        {
            var bytes = checked((int)(Layout.Count(RowSizes) * x.ElementSize));
            for (var i = 0L; i < rows.Length; i++)
            {
                new ReadOnlySpan<byte>(from.Bytes + (i * bytes), bytes).CopyTo(new Span<byte>(to.Bytes + (rows[i] * bytes), bytes));
            }
        }

        if (target.Storage != x.Storage)
        {
            Copy.Into(target, front);
        }
    }

    /// <summary>Adds values in the shape of the result to the places, in their order.</summary>
    public unsafe void Add(Tensor x, Tensor values)
    {
        using var front = Filled.Zeros(FrontSizes);
        using var source = PickedFirst(values);
        using (var from = source.Pin("index", ScalarType.Float32))
        using (var to = front.Pin())
        {
            var count = Layout.Count(RowSizes);
            for (var i = 0L; i < rows.Length; i++)
            {
                Addition.InPlace(to.Floats + (rows[i] * count), from.Floats + (i * count), count);
            }
        }

        using var target = x.permute(order);
        Copy.Into(front, target);
    }

    private static (int Axis, Tensor Index)[] Positions(Tensor x, int axis, Tensor index) => index.dtype switch
    {
        ScalarType.Bool => TruePositions(x, axis, index),
        ScalarType.Byte =>
            throw new NotSupportedException("index: a mask of Byte is not supported; convert it to Bool, or positions to Int64."),
        _ when ElementType.IsIntegral(index.dtype) => [(axis, Conversion.To(index, ScalarType.Int64))],
        _ => throw new ArgumentException($"index: positions are Int64 or Bool, not {index.dtype}."),
    };

    /// <summary>Where a mask is true, in row-major order: a row of positions for each of its axes.</summary>
    private static (int Axis, Tensor Index)[] TruePositions(Tensor x, int axis, Tensor mask)
    {
        var sizes = mask.shape;
        if (sizes.Length == 0 || !x.Sizes.Slice(axis, sizes.Length).SequenceEqual(sizes))
        {
            throw new ArgumentException(
                $"index: a mask of shape {Layout.Text(sizes)} does not fit shape {Layout.Text(x.Sizes)} at axis {axis}.");
        }

        var values = mask.data<bool>().ToArray();
        var found = Enumerable.Range(0, values.Length).Where(i => values[i]).Select(i => (long)i).ToArray();
        var below = 1L;
        var result = new (int, Tensor)[sizes.Length];
        for (var d = sizes.Length - 1; d >= 0; d--)
        {
            result[d] = (axis + d, Filled.From<long>([.. found.Select(i => i / below % sizes[d])]));
            below *= sizes[d];
        }

        return result;
    }

    /// <summary>Values in the shape of the result, broadcast, with the picked axes first and row-major.</summary>
    private Tensor PickedFirst(Tensor values)
    {
        using var noGrad = no_grad();
        var back = FromPickedFirst();
        long[] sizes = [.. picked, .. RowSizes];
        using var expanded = values.expand([.. back.Select(d => sizes[d])]);
        var toFront = new long[back.Length];
        for (var d = 0; d < back.Length; d++)
        {
            toFront[back[d]] = d;
        }

        using var front = expanded.permute(toFront);
        return front.contiguous();
    }

    private long[] FromPickedFirst()
    {
        var (count, landing) = (picked.Length, Landing);
        var rest = RowSizes.Length;
        return
        [
            .. Enumerable.Range(count, landing).Select(d => (long)d),
            .. Enumerable.Range(0, count).Select(d => (long)d),
            .. Enumerable.Range(count + landing, rest - landing).Select(d => (long)d),
        ];
    }
}
