using Repro.Engine.Operations;
using Repro.Engine.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The same elements with another shape, on the same memory; one size may be −1.</summary>
        /// <exception cref="InvalidOperationException">The strides of the tensor do not allow a view of this shape.</exception>
        public Tensor view(params long[] shape) => Views.Reshape(this, shape, mayCopy: false);

        /// <summary>The same elements with another shape, on the same memory where possible; one size may be −1.</summary>
        public Tensor reshape(params long[] shape) => Views.Reshape(this, shape, mayCopy: true);

        /// <summary>Merges the axes from <paramref name="start_dim"/> to <paramref name="end_dim"/>.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1)
        {
            var rank = Sizes.Length;
            if (rank == 0)
            {
                return reshape(1);
            }

            var (start, end) = (Layout.Axis(nameof(flatten), start_dim, rank), Layout.Axis(nameof(flatten), end_dim, rank));
            return start <= end
                ? reshape([.. Sizes[..start], Layout.Count(Sizes[start..(end + 1)]), .. Sizes[(end + 1)..]])
                : throw new ArgumentException($"flatten: axis {start_dim} comes after axis {end_dim}.");
        }

        /// <summary>Splits an axis into several; one size may be −1.</summary>
        public Tensor unflatten(long dim, params long[] sizes)
        {
            var axis = Layout.Axis(nameof(unflatten), dim, Sizes.Length);
            var known = sizes.Where(size => size != -1).Aggregate(1L, (product, size) => product * size);
            var open = sizes.Count(size => size == -1);
            var whole = open == 1 && known > 0 ? Sizes[axis] / known : -1;
            return open <= 1 && known * (open == 1 ? whole : 1) == Sizes[axis]
                ? reshape([.. Sizes[..axis], .. sizes.Select(size => size == -1 ? whole : size), .. Sizes[(axis + 1)..]])
                : throw new ArgumentException(
                    $"unflatten: sizes {Layout.Text(sizes)} do not make axis {axis} of shape {Layout.Text(Sizes)}, which has "
                    + $"{Sizes[axis]} elements.");
        }

        /// <summary>Splits an axis into several; one size may be −1.</summary>
        public Tensor unflatten(long dim, Size sizes) => unflatten(dim, sizes.Shape);

        /// <summary>The axes in another order.</summary>
        public Tensor permute(IEnumerable<long> permutation) => permute([.. permutation]);

        /// <summary>The axes in another order.</summary>
        public Tensor permute(params long[] permutation) => Views.Permute(this, permutation);

        /// <summary>Two axes swapped.</summary>
        public Tensor transpose(long dim0, long dim1)
        {
            var axes = Enumerable.Range(0, Sizes.Length).Select(d => (long)d).ToArray();
            var (first, second) = (Layout.Axis(nameof(transpose), dim0, axes.Length), Layout.Axis(nameof(transpose), dim1, axes.Length));
            (axes[first], axes[second]) = (axes[second], axes[first]);
            return permute(axes);
        }

        /// <summary>A matrix transposed; a tensor of fewer axes as it is.</summary>
        public Tensor t() => Sizes.Length switch
        {
            0 or 1 => Views.Permute(this, [.. Enumerable.Range(0, Sizes.Length).Select(d => (long)d)]),
            2 => permute(1, 0),
            _ => throw new ArgumentException($"t: a tensor of shape {Layout.Text(Sizes)} is not a matrix."),
        };

        /// <summary><see cref="transpose(long, long)"/> in place.</summary>
        public Tensor transpose_(long dim0, long dim1) => Become(nameof(transpose_), x => x.transpose(dim0, dim1));

        /// <summary>The tensor without an axis of length one, or without all of them.</summary>
        public Tensor squeeze(long? dim = null)
        {
            var kept = new List<long>();
            var axis = dim is { } given ? Layout.Axis(nameof(squeeze), given, Sizes.Length) : -1;
            for (var d = 0; d < Sizes.Length; d++)
            {
                if (Sizes[d] != 1 || (dim is not null && d != axis))
                {
                    kept.Add(Sizes[d]);
                }
            }

            return reshape([.. kept]);
        }

        /// <summary><see cref="squeeze(long?)"/> in place.</summary>
        public Tensor squeeze_(long? dim = null) => Become(nameof(squeeze_), x => x.squeeze(dim));

        /// <summary>The tensor with a new axis of length one.</summary>
        public Tensor unsqueeze(long dim)
        {
            var axis = Layout.Axis(nameof(unsqueeze), dim, Sizes.Length + 1);
            return reshape([.. Sizes[..axis], 1, .. Sizes[axis..]]);
        }

        /// <summary><see cref="unsqueeze(long)"/> in place.</summary>
        public Tensor unsqueeze_(long dim) => Become(nameof(unsqueeze_), x => x.unsqueeze(dim));

        /// <summary>Axes of length one repeated to the given sizes, without copying; −1 keeps a size.</summary>
        public Tensor expand(params long[] sizes) => Views.Expand(this, sizes);

        /// <summary>Axes of length one repeated to the given sizes, without copying; −1 keeps a size.</summary>
        public Tensor expand(long[] sizes, bool isImplicit = false) => Views.Expand(this, sizes);

        /// <summary>Axes of length one repeated to the given sizes, without copying; −1 keeps a size.</summary>
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => Views.Expand(this, sizes);

        /// <summary>Axes of length one repeated to the given sizes, without copying; −1 keeps a size.</summary>
        public Tensor expand(Size sizes, bool isImplicit = false) => Views.Expand(this, sizes.Shape);

        /// <summary>Repeats the tensor along each axis by the given number. More numbers than axes add axes in front.</summary>
        public Tensor repeat(params long[] sizes) => Views.Repeat(this, sizes);

        /// <summary><paramref name="length"/> elements from <paramref name="start"/> on, along an axis.</summary>
        public Tensor narrow(long dim, long start, long length) => Views.Narrow(this, dim, start, length);

        /// <summary>
        /// Every <paramref name="step"/>th element from <paramref name="start"/> to before <paramref name="finish"/>, along an axis.
        /// </summary>
        public Tensor slice(long dim, long start, long finish, long step) => Views.Slice(this, dim, start, finish, step);

        /// <summary>One element along an axis, which disappears.</summary>
        public Tensor select(long dim, long index) => Views.Select(this, dim, index);

        /// <summary>Pieces along an axis, all of the given size but for the last, which may be shorter.</summary>
        public Tensor[] split(long size, int dim = 0) => Views.Split(this, size, dim);

        /// <summary>Pieces along an axis, of the given sizes, which have to add up to its length.</summary>
        public Tensor[] split(long[] sizes, long dim = 0) => Views.Split(this, sizes, dim);

        /// <summary>Pieces of the given sizes along an axis; views.</summary>
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => Views.Split(this, sizes, dim);

        /// <summary>Pieces of the given sizes along the first axis; views.</summary>
        public Tensor[] split(params long[] sizes) => Views.Split(this, sizes, 0);

        /// <summary>Splits along an axis into at most <paramref name="chunks"/> pieces of one size; the last may be shorter.</summary>
        public Tensor[] chunk(long chunks, long dim = 0) => Views.Chunk(this, chunks, dim);

        /// <summary>The elements at the given positions along an axis.</summary>
        public Tensor index_select(long dim, Tensor index) => Indexing.Select(this, dim, index);

        /// <summary>The tensor on the CPU, where it is.</summary>
        public Tensor cpu() => alias();
    }
}
