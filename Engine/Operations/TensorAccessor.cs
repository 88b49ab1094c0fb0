using System.Collections;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>The elements of a tensor, in row-major order of its axes.</summary>
public sealed class TensorAccessor<T> : IEnumerable<T>, IDisposable
    where T : unmanaged
{
    private readonly Tensor tensor;

    internal TensorAccessor(Tensor tensor) => this.tensor = tensor;

    /// <summary>The number of elements.</summary>
    public long Count => tensor.NumberOfElements;

    /// <summary>The element at a position along each axis.</summary>
    public T this[params long[] indices]
    {
        get => At(indices);
        set => At(indices) = value;
    }

    /// <summary>A copy of the elements.</summary>
    public T[] ToArray()
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        return MemoryMarshal.Cast<byte, T>(tensor.contiguous().bytes).ToArray();
    }

    /// <summary>Enumerates a copy of the elements.</summary>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Does nothing: the accessor owns no memory.</summary>
    public void Dispose()
    {
    }

    private unsafe ref T At(long[] indices)
    {
        if (indices.Length != tensor.Sizes.Length)
        {
            throw new ArgumentException($"{indices.Length} indices for a tensor of {tensor.Sizes.Length} axes.");
        }

        using var pin = tensor.Pin();
        var offset = 0L;
        for (var d = 0; d < indices.Length; d++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(indices[d]);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(indices[d], tensor.Sizes[d]);
            offset += indices[d] * tensor.Strides[d];
        }

        return ref ((T*)pin.Bytes)[offset];
    }
}
