using Repro.Engine.Operations;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A copy of the elements, through which gradients flow.</summary>
    public static Tensor clone(Tensor input) => input.clone();

    /// <summary>Tensors one after the other along an axis.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Concatenation.Join(tensors, dim);

    /// <summary>Tensors one after the other along an axis.</summary>
    public static Tensor cat(Tensor[] tensors, long dim = 0) => Concatenation.Join(tensors, dim);

    /// <summary>Tensors one after the other along an axis.</summary>
    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Concatenation.Join(tensors.ToArray(), dim);

    /// <summary>Tensors one after the other along an axis.</summary>
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => Concatenation.Join(tensors, dim);

    /// <summary>Tensors one after the other along an axis.</summary>
    public static Tensor concat(Tensor[] tensors, long dim = 0) => Concatenation.Join(tensors, dim);

    /// <summary>Tensors one after the other along an axis.</summary>
    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Concatenation.Join(tensors.ToArray(), dim);

    /// <summary>Tensors of one shape along a new axis.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Concatenation.Stack(tensors, dim);

    /// <summary><see cref="Tensor.chunk(long, long)"/>.</summary>
    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0) => input.chunk(chunks, dim);

    /// <summary><see cref="Tensor.split(long[], long)"/>.</summary>
    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0) => tensor.split(split_size_or_sections, dim);

    /// <summary><see cref="Tensor.reshape(long[])"/>.</summary>
    public static Tensor reshape(Tensor input, params long[] shape) => input.reshape(shape);

    /// <summary><see cref="Tensor.flatten(long, long)"/>.</summary>
    public static Tensor flatten(Tensor input, long start_dim = 0, long end_dim = -1) => input.flatten(start_dim, end_dim);

    /// <summary><see cref="Tensor.unflatten(long, long[])"/>.</summary>
    public static Tensor unflatten(Tensor input, long dim, params long[] sizes) => input.unflatten(dim, sizes);

    /// <summary><see cref="Tensor.unflatten(long, long[])"/>.</summary>
    public static Tensor unflatten(Tensor input, long dim, Size sizes) => input.unflatten(dim, sizes.Shape);

    /// <summary><see cref="Tensor.permute(long[])"/>.</summary>
    public static Tensor permute(Tensor input, params long[] permutation) => input.permute(permutation);

    /// <summary><see cref="Tensor.transpose(long, long)"/>.</summary>
    public static Tensor transpose(Tensor input, long dim0, long dim1) => input.transpose(dim0, dim1);

    /// <summary><see cref="Tensor.t()"/>.</summary>
    public static Tensor t(Tensor input) => input.t();

    /// <summary><see cref="Tensor.squeeze(long?)"/>.</summary>
    public static Tensor squeeze(Tensor input, long? dim = null) => input.squeeze(dim);

    /// <summary><see cref="Tensor.unsqueeze(long)"/>.</summary>
    public static Tensor unsqueeze(Tensor input, long dim) => input.unsqueeze(dim);

    /// <summary><see cref="Tensor.unsqueeze_(long)"/>.</summary>
    public static Tensor unsqueeze_(Tensor input, long dim) => input.unsqueeze_(dim);

    /// <summary><see cref="Tensor.narrow(long, long, long)"/>.</summary>
    public static Tensor narrow(Tensor input, long dim, long start, long length) => input.narrow(dim, start, length);

    /// <summary><see cref="Tensor.select(long, long)"/>.</summary>
    public static Tensor select(Tensor input, long dim, long index) => input.select(dim, index);

    /// <summary><see cref="Tensor.index_select(long, Tensor)"/>.</summary>
    public static Tensor index_select(Tensor input, long dim, Tensor index) => input.index_select(dim, index);
}
