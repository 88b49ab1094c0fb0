using Repro.Engine.Threading;

namespace Repro.Engine.Tensors;

/// <summary>
/// Walks several tensors of one shape element by element. The first tensor is the one written. Axes are ordered by its strides.
/// Neighbouring axes are merged where every tensor allows it, which makes the inner loop as long as possible.
/// </summary>
internal sealed class StridedLoop
{
    private const int MaxOperands = 4;
    private readonly int operands;
    private readonly long[] sizes;
    private readonly long[][] strides;

    /// <summary>Called with the offset of each operand, its stride along the inner axis, and the length of that axis.</summary>
    public delegate void Body(ReadOnlySpan<long> offsets, ReadOnlySpan<long> strides, long count);

    public StridedLoop(ReadOnlySpan<long> shape, params ReadOnlySpan<long[]> operandStrides)
    {
        operands = operandStrides.Length;
        Span<int> axes = stackalloc int[shape.Length];
        for (var d = 0; d < shape.Length; d++)
        {
            axes[d] = d;
        }

        Layout.SortByStride(axes, operandStrides[0]);
        var merged = new List<long>();
        var mergedStrides = new List<long[]>();
        foreach (var axis in axes)
        {
            if (shape[axis] == 1)
            {
                continue;
            }

            var step = new long[operands];
            for (var o = 0; o < operands; o++)
            {
                step[o] = operandStrides[o][axis];
            }

            if (merged.Count > 0 && Merges(mergedStrides[^1], step, shape[axis]))
            {
                merged[^1] *= shape[axis];
                mergedStrides[^1] = step;
            }
            else
            {
                merged.Add(shape[axis]);
                mergedStrides.Add(step);
            }
        }

        if (merged.Count == 0)
        {
            merged.Add(Layout.Count(shape));
            mergedStrides.Add(new long[operands]);
        }

        sizes = [.. merged];
        strides = [.. mergedStrides];
    }

    /// <summary>Number of axes after merging, the inner one last; there is at least one.</summary>
    public int Axes => sizes.Length;

    public long Size(int axis) => sizes[axis];

    public long Stride(int axis, int operand) => strides[axis][operand];

    private long Outer => Layout.Count(sizes.AsSpan(0, sizes.Length - 1));

    public void Run(Body body)
    {
        var inner = sizes[^1];
        if (inner == 0 || Outer == 0)
        {
            return;
        }

        if (Outer == 1)
        {
            Partition.Run(inner, 1, (start, end) => RunInner(body, start, end));
        }
        else
        {
            Partition.Run(Outer, inner, (start, end) => RunOuter(body, start, end));
        }
    }

    private void RunInner(Body body, long start, long end)
    {
        Span<long> offsets = stackalloc long[MaxOperands];
        for (var o = 0; o < operands; o++)
        {
            offsets[o] = start * strides[^1][o];
        }

        body(offsets[..operands], strides[^1], end - start);
    }

    private void RunOuter(Body body, long start, long end)
    {
        Span<long> offsets = stackalloc long[MaxOperands];
        for (var index = start; index < end; index++)
        {
            offsets.Clear();
            var rest = index;
            for (var d = sizes.Length - 2; d >= 0; d--)
            {
                (rest, var position) = Math.DivRem(rest, sizes[d]);
                for (var o = 0; o < operands; o++)
                {
                    offsets[o] += position * strides[d][o];
                }
            }

            body(offsets[..operands], strides[^1], sizes[^1]);
        }
    }

    private static bool Merges(long[] outer, long[] inner, long size)
    {
        for (var o = 0; o < outer.Length; o++)
        {
            if (outer[o] != inner[o] * size)
            {
                return false;
            }
        }

        return true;
    }
}
