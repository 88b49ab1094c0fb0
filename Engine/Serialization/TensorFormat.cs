using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Serialization;

/// <summary>
/// A tensor in TorchSharp's own format: type, number of axes and sizes as integers of variable length, then the elements, row-major.
/// </summary>
internal static class TensorFormat
{
    /// <summary>More axes than any tensor has: a larger number means that the data is something else.</summary>
    private const int MostAxes = 64;

    private const int SkippedAtOnce = 64 * 1024;

    public static void Write(Tensor tensor, BinaryWriter writer)
    {
        VariableLength.Write(writer, (long)tensor.dtype);
        VariableLength.Write(writer, tensor.ndim);
        foreach (var size in tensor.shape)
        {
            VariableLength.Write(writer, size);
        }

        using var noGrad = no_grad();
        using var rows = tensor.contiguous();
        writer.Write(rows.bytes);
    }

    /// <summary>Reads into a tensor, or past it.</summary>
    /// <exception cref="ArgumentException">The data has another type or shape.</exception>
    /// <exception cref="InvalidDataException">The data is not of this format, or ends too early.</exception>
    public static void Read(Tensor tensor, BinaryReader reader, bool skip)
    {
        var type = (ScalarType)VariableLength.Read(reader);
        var rank = VariableLength.Read(reader);
        if (!Enum.IsDefined(type) || rank is < 0 or > MostAxes)
        {
            throw new InvalidDataException(
                "The data is damaged, or not of TorchSharp's format: it does not begin with a type and a shape.");
        }

        var sizes = new long[rank];
        for (var d = 0; d < sizes.Length; d++)
        {
            sizes[d] = VariableLength.Read(reader);
        }

        if (!skip && (type != tensor.dtype || !tensor.Sizes.SequenceEqual(sizes)))
        {
            throw new ArgumentException(
                $"The data is {type} of shape {Layout.Text(sizes)}, the tensor {tensor.dtype} of shape {Layout.Text(tensor.Sizes)}: "
                + "they have to be the same.");
        }

        if (skip)
        {
            Pass(reader, Layout.Count(sizes) * Tensor.SizeOf(type));
            return;
        }

        using var rows = Tensor.Allocate(sizes, type);
        Damage.Noticed(() =>
        {
            reader.ReadExactly(rows.bytes);
            return rows;
        });
        using var noGrad = no_grad();
        tensor.copy_(rows);
    }

    private static void Pass(BinaryReader reader, long bytes)
    {
        for (var left = bytes; left > 0; left -= SkippedAtOnce)
        {
            var count = (int)Math.Min(left, SkippedAtOnce);
            Damage.Noticed(() => reader.ReadBytes(count).Length == count ? count : throw new EndOfStreamException());
        }
    }
}
