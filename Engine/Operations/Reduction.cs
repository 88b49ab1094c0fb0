using Repro.Engine.Autograd;
using Repro.Engine.Kernels.Reductions;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>Sums and means over axes (rule 3): the elements of a sum are taken in row-major order of the axes summed over.</summary>
internal static unsafe class Reduction
{
    /// <summary>Integers and truth values are summed in Int64.</summary>
    public static Tensor Sum(Tensor x, ReadOnlySpan<long> axes, bool keepdim)
    {
        var reduced = Reduced("sum", x, axes);
        if (!ElementType.IsFloating(x.dtype))
        {
            using var whole = Conversion.To(x, ScalarType.Int64);
            return Sum(whole, reduced, keepdim);
        }

        var result = Sum(x, reduced, keepdim);
        return Node.Record("sum", result, [x], _ =>
        {
            var sizes = x.shape;
            return g => [Spread(g, sizes, reduced, keepdim)];
        });
    }

    public static Tensor Mean(Tensor x, ReadOnlySpan<long> axes, bool keepdim)
    {
        var reduced = Reduced("mean", x, axes);
        var count = 1L;
        for (var d = 0; d < reduced.Length; d++)
        {
            count *= reduced[d] ? x.Sizes[d] : 1;
        }

        var result = Arithmetic.Divide(Sum(x, reduced, keepdim), count);
        return Node.Record("mean", result, [x], _ =>
        {
            var sizes = x.shape;
            return g => [Arithmetic.Divide(Spread(g, sizes, reduced, keepdim), count)];
        });
    }

    /// <summary>Sums a gradient over the axes that broadcasting had stretched.</summary>
    public static Tensor SumTo(Tensor x, ReadOnlySpan<long> sizes)
    {
        if (x.Sizes.SequenceEqual(sizes))
        {
            return x;
        }

        var reduced = new bool[x.Sizes.Length];
        for (var i = 1; i <= reduced.Length; i++)
        {
            reduced[^i] = i > sizes.Length || (sizes[^i] == 1 && x.Sizes[^i] != 1);
        }

        return Sum(x, reduced, keepdim: true).view([.. sizes]);
    }

    /// <summary>Names the operation that was called where an axis is outside.</summary>
    public static void CheckAxes(string operation, Tensor x, ReadOnlySpan<long> axes) => Reduced(operation, x, axes);

    private static bool[] Reduced(string operation, Tensor x, ReadOnlySpan<long> axes)
    {
        var reduced = new bool[x.Sizes.Length];
        if (axes.IsEmpty)
        {
            Array.Fill(reduced, true);
        }

        foreach (var axis in axes)
        {
            // A tensor without axes accepts 0 and −1, as in PyTorch.
            var place = Layout.Axis(operation, axis, reduced.Length);
            if (reduced.Length > 0)
            {
                reduced[place] = true;
            }
        }

        return reduced;
    }

    private static Tensor Sum(Tensor x, bool[] reduced, bool keepdim)
    {
        var axes = Enumerable.Range(0, reduced.Length).Select(d => (long)d).ToArray();
        var kept = axes.Where(d => !reduced[d]).ToArray();
        var summed = axes.Where(d => reduced[d]).ToArray();
        var sizes = x.shape;
        long[] keptSizes = [.. kept.Select(d => sizes[d])];
        var (rows, count) = (Layout.Count(keptSizes), Layout.Count([.. summed.Select(d => sizes[d])]));
        using var columns = x.permute([.. summed, .. kept]);
        var result = Tensor.Allocate(keptSizes, x.dtype);
        if (x.dtype == ScalarType.Int64)
        {
            using var ordered = x.permute([.. kept, .. summed]);
            using var contiguous = ordered.contiguous();
            IntegerSum.Run(contiguous, rows, count, result);
        }
        else if (kept.Length > 0 && columns.is_contiguous())
        {
            using var input = columns.Pin("sum", ScalarType.Float32);
            using var output = result.Pin();
            ColumnSum.Run(input.Floats, count, rows, output.Floats);
        }
        else
        {
            using var ordered = x.permute([.. kept, .. summed]);
            using var contiguous = ordered.contiguous();
            using var input = contiguous.Pin("sum", ScalarType.Float32);
            using var output = result.Pin();
            RowSum.Run(input.Floats, rows, count, output.Floats);
        }

        return keepdim ? result.view([.. sizes.Select((size, d) => reduced[d] ? 1 : size)]) : result;
    }

    private static Tensor Spread(Tensor gradient, long[] sizes, bool[] reduced, bool keepdim)
    {
        var kept = keepdim ? gradient : gradient.view([.. sizes.Select((size, d) => reduced[d] ? 1 : size)]);
        return kept.expand(sizes);
    }
}
