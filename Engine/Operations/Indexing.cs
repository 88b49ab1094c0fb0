using Repro.Engine.Autograd;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>Elements picked and set by their positions along several axes, with their gradients.</summary>
internal static class Indexing
{
    public static Tensor Select(Tensor x, long dim, Tensor index)
    {
        var axis = Layout.Axis("index_select", dim, x.Sizes.Length);
        if (index.dtype is not (ScalarType.Int64 or ScalarType.Int32) || index.Sizes.Length > 1)
        {
            throw new ArgumentException(
                $"index_select: the index is a row of Int64, not {index.dtype} of shape {Layout.Text(index.Sizes)}.");
        }

        using var row = index.reshape(-1);
        if (x.Sizes.Length == 0)
        {
            using var alone = x.reshape(1);
            return Get(alone, [TensorIndex.Tensor(row)]).squeeze();
        }

        return Get(x, [.. Enumerable.Repeat(TensorIndex.Colon, axis), TensorIndex.Tensor(row)]);
    }

    public static Tensor Get(Tensor x, ReadOnlySpan<TensorIndex> indices)
    {
        var (view, positions) = BasicIndexing.Apply(x, indices);
        if (positions.Count == 0)
        {
            return view;
        }

        using (view)
        {
            var places = PickedPlaces.Find(view, positions);
            return Node.Record("index", places.Gather(view), [view], _ => g =>
            {
                var whole = Filled.Zeros(places.Sizes);
                places.Add(whole, g);
                return [whole];
            });
        }
    }

    /// <summary>Sets elements in place; the value is broadcast. Of positions named twice the last counts.</summary>
    public static void Set(Tensor x, ReadOnlySpan<TensorIndex> indices, Tensor value)
    {
        var all = indices.ToArray();
        if (!x.IsRecordedWith(value))
        {
            Write(x, all, value);
            return;
        }

        x.Change(
            "index_put_",
            before =>
            {
                var result = Put(before, all, value);
                return Node.Record("index_put_", result, [before, value], node => Gradients(node, all, value.shape));
            },
            value);
    }

    /// <summary>A copy with elements set.</summary>
    private static Tensor Put(Tensor x, TensorIndex[] indices, Tensor value)
    {
        using var noGrad = no_grad();
        var result = x.clone();
        Write(result, indices, value);
        return result;
    }

    private static BackwardFunction Gradients(Node node, TensorIndex[] indices, long[] valueSizes) => g =>
    {
        Tensor? rest = null;
        if (node.Wants(0))
        {
            using var zero = Conversion.Number(0, g.dtype);
            rest = Put(g, indices, zero);
        }

        return [rest, node.Wants(1) ? Reduction.SumTo(Get(g, indices), valueSizes) : null];
    };

    private static void Write(Tensor x, ReadOnlySpan<TensorIndex> indices, Tensor value)
    {
        using var noGrad = no_grad();
        var (view, positions) = BasicIndexing.Apply(x, indices);
        using (view)
        using (var converted = Conversion.To(value, x.dtype))
        {
            if (positions.Count == 0)
            {
                view.copy_(converted);
            }
            else
            {
                view.BeforeWrite("index_put_");
                using var apart = Overlap.CopyIfMixed(converted, view);
                PickedPlaces.Find(view, positions).Scatter(view, apart ?? converted);
            }
        }
    }
}
