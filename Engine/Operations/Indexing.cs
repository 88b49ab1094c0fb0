using Repro.Engine.Autograd;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>Elements picked by their positions.</summary>
internal static class Indexing
{
    public static Tensor Select(Tensor x, long dim, Tensor index)
    {
        var axis = Layout.Axis("index_select", dim, x.Sizes.Length);
        if (index.dtype != ScalarType.Int64 || index.Sizes.Length > 1)
        {
            throw new ArgumentException($"index_select: the index is a row of Int64, not {index.dtype} of shape {Layout.Text(index.Sizes)}.");
        }

        var positions = index.data<long>().ToArray();
        var sizes = x.shape;
        sizes[axis] = positions.Length;
        var result = Tensor.Allocate(sizes, x.dtype);
        using (no_grad())
        using (NewDisposeScope())
        {
            for (var i = 0; i < positions.Length; i++)
            {
                Copy.Into(x.narrow(axis, positions[i], 1), result.narrow(axis, i, 1));
            }
        }

        return Node.Record("index_select", result, [x], _ =>
        {
            var before = x.shape;
            return g =>
            {
                var whole = zeros(before);
                for (var i = 0; i < positions.Length; i++)
                {
                    whole.narrow(axis, positions[i], 1).add_(g.narrow(axis, i, 1));
                }

                return [whole];
            };
        });
    }
}
