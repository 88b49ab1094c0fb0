using Repro.Engine.Tensors;
using static TorchSharp.torch;
using static TorchSharp.torch.TensorIndex;

namespace Repro.Engine.Operations;

/// <summary>Slices, single elements and new axes: the part of indexing that only looks at the same memory in another way.</summary>
internal static class BasicIndexing
{
    /// <summary>
    /// The view, and each tensor of positions with its axis of the view. A tensor of Bool takes as many axes as it has.
    /// </summary>
    public static (Tensor View, List<(int Axis, Tensor Index)> Positions) Apply(Tensor x, ReadOnlySpan<TensorIndex> indices)
    {
        var positions = new List<(int, Tensor)>();
        var view = x.alias();
        var axis = 0;
        var open = OpenAxes(x, indices);
        foreach (var index in indices)
        {
            using var before = view;
            switch (index.Kind)
            {
                case IndexKind.Single:
                    view = Views.Select(before, axis, index.Start!.Value);
                    break;
                case IndexKind.Slice:
                    view = Views.Slice(before, axis, index.Start ?? 0, index.Stop ?? long.MaxValue, index.Step ?? 1);
                    axis++;
                    break;
                case IndexKind.NewAxis:
                    view = before.unsqueeze(axis);
                    axis++;
                    break;
                case IndexKind.Ellipsis:
                    view = before.alias();
                    axis += open;
                    break;
                default:
                    view = before.alias();
                    positions.Add((axis, index.Positions!));
                    axis += AxesOf(index);
                    break;
            }
        }

        return (view, positions);
    }

    /// <summary>The number of axes that an ellipsis takes.</summary>
    private static int OpenAxes(Tensor x, ReadOnlySpan<TensorIndex> indices)
    {
        var (used, ellipses) = (0, 0);
        foreach (var index in indices)
        {
            used += AxesOf(index);
            ellipses += index.Kind == IndexKind.Ellipsis ? 1 : 0;
        }

        return used <= x.Sizes.Length && ellipses <= 1
            ? x.Sizes.Length - used
            : throw new ArgumentException(ellipses > 1
                ? "index: more than one ellipsis is given."
                : $"index: {used} indices are too many for shape {Layout.Text(x.Sizes)}.");
    }

    private static int AxesOf(TensorIndex index) => index.Kind switch
    {
        IndexKind.Single or IndexKind.Slice => 1,
        IndexKind.Positions => index.Positions!.dtype == ScalarType.Bool ? index.Positions.Sizes.Length : 1,
        _ => 0,
    };
}
