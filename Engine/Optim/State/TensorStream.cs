using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Optim.State;

/// <summary>A tensor in TorchSharp's binary form: type, rank and sizes in seven-bit groups, then the elements in row-major order.</summary>
internal static class TensorStream
{
    public static void Write(BinaryWriter writer, Tensor tensor)
    {
        writer.Write7BitEncodedInt64((long)tensor.dtype);
        writer.Write7BitEncodedInt64(tensor.ndim);
        foreach (var size in tensor.Sizes)
        {
            writer.Write7BitEncodedInt64(size);
        }

        using var scope = NewDisposeScope();
        writer.Write(Copy.RowMajor(tensor).bytes);
    }

    /// <summary>Reads into a tensor that is there.</summary>
    /// <exception cref="InvalidDataException">What is read is of another type or shape.</exception>
    public static void Read(BinaryReader reader, Tensor target)
    {
        var type = reader.Read7BitEncodedInt64();
        var rank = reader.Read7BitEncodedInt64();
        if (type != (long)target.dtype || rank != target.ndim)
        {
            throw new InvalidDataException(
                $"A tensor of type {type} with {rank} axes stands where one of {target.dtype} and shape {Layout.Text(target.Sizes)} is "
                + "expected.");
        }

        var sizes = new long[rank];
        foreach (ref var size in sizes.AsSpan())
        {
            size = reader.Read7BitEncodedInt64();
        }

        if (!target.Sizes.SequenceEqual(sizes))
        {
            throw new InvalidDataException(
                $"A tensor of shape {Layout.Text(sizes)} stands where one of shape {Layout.Text(target.Sizes)} is expected.");
        }

        using var scope = NewDisposeScope();
        var values = Tensor.Allocate(sizes, target.dtype);
        reader.BaseStream.ReadExactly(values.bytes);
        target.copy_(values);
    }
}
