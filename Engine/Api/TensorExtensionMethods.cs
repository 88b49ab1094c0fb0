using System.Text;
using Repro.Engine.Serialization;

namespace TorchSharp;

/// <summary>Tensors as parameters and in files of TorchSharp's own format.</summary>
public static partial class TensorExtensionMethods
{
    /// <summary>Writes type, shape and elements.</summary>
    public static void Save(this torch.Tensor tensor, BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        ArgumentNullException.ThrowIfNull(writer);
        TensorFormat.Write(tensor, writer);
    }

    /// <summary>Writes type, shape and elements; the stream stays open.</summary>
    public static void Save(this torch.Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        tensor.Save(writer);
    }

    /// <summary>Writes type, shape and elements to a file, replacing its content.</summary>
    public static void Save(this torch.Tensor tensor, string location)
    {
        using var stream = File.Create(location);
        tensor.Save(stream);
    }

    /// <summary>Reads the elements of a tensor of the same type and shape.</summary>
    /// <param name="tensor">The tensor to fill.</param>
    /// <param name="reader">Stands where <see cref="Save(torch.Tensor, BinaryWriter)"/> began to write.</param>
    /// <param name="skip">Whether to read past the data and leave the tensor as it is.</param>
    /// <exception cref="ArgumentException">The data has another type or shape.</exception>
    /// <exception cref="InvalidDataException">The data is damaged.</exception>
    public static void Load(this torch.Tensor tensor, BinaryReader reader, bool skip = false)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        ArgumentNullException.ThrowIfNull(reader);
        TensorFormat.Read(tensor, reader, skip);
    }
}
