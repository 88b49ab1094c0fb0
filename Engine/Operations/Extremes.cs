using Repro.Engine.Autograd;
using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Kernels.Reductions;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>The largest or smallest elements of all or along an axis, and where they are, with their gradients.</summary>
internal static unsafe class Extremes
{
    /// <summary>Along an axis. The gradient goes to the element at the position, the first of equals.</summary>
    public static (Tensor Values, Tensor Positions) Along<TOrder>(string operation, Tensor x, long dim, bool keepdim)
        where TOrder : struct, IComparison
    {
        if (x.Sizes.Length == 0)
        {
            Layout.Axis(operation, dim, 0);
            return (x.alias(), Filled.Zeros([], ScalarType.Int64));
        }

        var axis = Layout.Axis(operation, dim, x.Sizes.Length);
        var count = x.Sizes[axis];
        var kept = x.shape;
        kept[axis] = 1;
        var (values, positions) = (Tensor.Allocate(kept, x.dtype), Tensor.Allocate(kept, ScalarType.Int64));
        long[] order = [.. Enumerable.Range(0, kept.Length).Where(d => d != axis), axis];
        RequireElements(operation, x, count);
        using (no_grad())
        using (var moved = x.permute(order))
        using (var rows = moved.contiguous())
        {
            Extremum.Run<TOrder>(operation, rows, values, positions);
        }

        Node.Record(operation, values, [x], node =>
        {
            var (before, at) = (x.shape, node.Save(positions));
            return g => [Scattered(g, at.Value, before, order)];
        });
        return keepdim ? (values, positions) : (values.squeeze(axis), positions.squeeze(axis));
    }

    /// <summary>Over one axis or, without one, all elements. Equals share the gradient.</summary>
    public static Tensor Shared<TOrder>(string operation, Tensor x, ReadOnlySpan<long> axes, bool keepdim)
        where TOrder : struct, IComparison
    {
        if (axes.IsEmpty || x.Sizes.Length == 0)
        {
            return All<TOrder>(operation, x);
        }

        var axis = axes[0];
        using var source = x.detach();
        var (values, positions) = Along<TOrder>(operation, source, axis, keepdim: true);
        positions.Dispose();
        Node.Record(operation, values, [x], node =>
        {
            var (xs, best) = (node.Save(x), node.Save(values));
            return g =>
            {
                using var nan = Comparison.IsNotANumber(xs.Value);
                using var equal = Comparison.Run<Equal>(operation, xs.Value, best.Value);
                using var chosen = Choice.Run(operation, nan, nan, equal);
                using var counts = Reduction.Sum(Conversion.To(chosen, g.dtype), [axis], keepdim: true);
                using var zero = Conversion.Number(0, g.dtype);
                return [Choice.Run(operation, chosen, Arithmetic.Divide(g, counts), zero)];
            };
        });
        return keepdim ? values : values.squeeze(axis);
    }

    /// <summary>Of all elements. Equals share the gradient.</summary>
    public static Tensor All<TOrder>(string operation, Tensor x)
        where TOrder : struct, IComparison
    {
        var (result, position) = Whole<TOrder>(operation, x);
        position.Dispose();
        return Node.Record(operation, result, [x], node =>
        {
            var (xs, best) = (node.Save(x), node.Save(result));
            return g =>
            {
                using var mask = Comparison.Run<Equal>(operation, xs.Value, best.Value);
                using var nan = Comparison.IsNotANumber(xs.Value);
                var chosen = nan.data<bool>().Any(isNan => isNan) ? nan : mask;
                using var zero = Conversion.Number(0, g.dtype);
                return [Choice.Run(operation, chosen, Arithmetic.Divide(g, (float)chosen.data<bool>().Count(isChosen => isChosen)), zero)];
            };
        });
    }

    /// <summary>The position of the first of all elements in row-major order, as Int64.</summary>
    public static Tensor Position<TOrder>(string operation, Tensor x)
        where TOrder : struct, IComparison
    {
        var (value, position) = Whole<TOrder>(operation, x);
        value.Dispose();
        return position;
    }

    private static (Tensor Value, Tensor Position) Whole<TOrder>(string operation, Tensor x)
        where TOrder : struct, IComparison
    {
        RequireElements(operation, x, x.NumberOfElements);
        var (value, position) = (Tensor.Allocate([], x.dtype), Tensor.Allocate([], ScalarType.Int64));
        using var noGrad = no_grad();
        using var row = x.contiguous();
        Extremum.Run<TOrder>(operation, row, value, position);
        return (value, position);
    }

    private static Tensor Scattered(Tensor gradient, Tensor positions, long[] sizes, long[] order)
    {
        var axis = (int)order[^1];
        using var from = gradient.contiguous();
        using var rows = Filled.Zeros([.. order.Select(d => sizes[d])]);
        using (var read = from.Pin())
        using (var at = positions.Pin())
        using (var write = rows.Pin())
        {
            for (var row = 0L; row < from.NumberOfElements; row++)
            {
                write.Floats[(row * sizes[axis]) + at.Longs[row]] = read.Floats[row];
            }
        }

        var back = new long[order.Length];
        for (var d = 0; d < order.Length; d++)
        {
            back[order[d]] = d;
        }

        return rows.permute(back);
    }

    private static void RequireElements(string operation, Tensor x, long count)
    {
        if (count == 0)
        {
            throw new ArgumentException($"{operation}: among no elements there is none; the shape is {Layout.Text(x.Sizes)}.");
        }
    }
}
