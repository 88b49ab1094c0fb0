using Repro.Engine.Autograd;
using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Operations;

/// <summary>Tensors joined along an axis.</summary>
internal static class Concatenation
{
    public static Tensor Stack(IEnumerable<Tensor> tensors, long dim)
    {
        var parts = tensors.ToList();
        if (parts.Find(tensor => !tensor.Sizes.SequenceEqual(parts[0].Sizes)) is { } other)
        {
            throw new ArgumentException(
                $"stack: shapes {Layout.Text(parts[0].Sizes)} and {Layout.Text(other.Sizes)} differ; all have to be the same.");
        }

        return Join([.. parts.Select(tensor => tensor.unsqueeze(dim))], dim, "stack");
    }

    public static Tensor Join(IList<Tensor> tensors, long dim, string operation = "cat")
    {
        if (tensors.Count == 0 || tensors[0].Sizes.Length == 0)
        {
            throw new ArgumentException($"{operation}: there is no tensor with an axis to join along.");
        }

        var axis = Layout.Axis(operation, dim, tensors[0].Sizes.Length);
        var sizes = tensors[0].shape;
        foreach (var tensor in tensors.Skip(1))
        {
            if (!Joins(tensor, tensors[0], axis))
            {
                throw new ArgumentException(
                    $"{operation}: {tensor.dtype} of shape {Layout.Text(tensor.Sizes)} does not join {tensors[0].dtype} of shape "
                    + $"{Layout.Text(tensors[0].Sizes)} along axis {axis}.");
            }

            sizes[axis] += tensor.Sizes[axis];
        }

        var result = Tensor.Allocate(sizes, tensors[0].dtype);
        var lengths = tensors.Select(tensor => tensor.Sizes[axis]).ToArray();
        using (no_grad())
        using (NewDisposeScope())
        {
            var start = 0L;
            for (var i = 0; i < lengths.Length; start += lengths[i++])
            {
                Copy.Into(tensors[i], result.narrow(axis, start, lengths[i]));
            }
        }

        return Node.Record(operation, result, [.. tensors], node => g =>
        {
            var start = 0L;
            var gradients = new Tensor?[lengths.Length];
            for (var i = 0; i < lengths.Length; start += lengths[i++])
            {
                gradients[i] = node.Wants(i) ? g.narrow(axis, start, lengths[i]) : null;
            }

            return gradients;
        });
    }

    private static bool Joins(Tensor tensor, Tensor first, int axis) =>
        tensor.dtype == first.dtype && tensor.Sizes.Length == first.Sizes.Length
        && tensor.Sizes[..axis].SequenceEqual(first.Sizes[..axis])
        && tensor.Sizes[(axis + 1)..].SequenceEqual(first.Sizes[(axis + 1)..]);
}
