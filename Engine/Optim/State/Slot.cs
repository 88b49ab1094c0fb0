using Repro.Engine.Tensors;
using static TorchSharp.torch;

namespace Repro.Engine.Optim.State;

/// <summary>One tensor that an optimizer remembers of a parameter: laid out like it, and absent until it is needed.</summary>
internal sealed class Slot(Tensor parameter)
{
    private readonly long[] sizes = parameter.shape;
    private readonly long[] strides = parameter.stride();

    public Tensor? Value { get; private set; }

    /// <summary>The tensor, of zeros if there was none.</summary>
    public Tensor Ensure() => Value ??= Tensor.Allocate(sizes, strides).DetachFromDisposeScope().zero_();

    public void CopyFrom(Slot source)
    {
        if (source.Value is null)
        {
            Clear();
        }
        else
        {
            Ensure().copy_(source.Value);
        }
    }

    /// <exception cref="ArgumentException">The other one is of another shape.</exception>
    public void RequireFit(Slot source)
    {
        if (!source.sizes.AsSpan().SequenceEqual(sizes))
        {
            throw new ArgumentException(
                $"The optimizer state of a parameter of shape {Layout.Text(source.sizes)} does not fit one of shape {Layout.Text(sizes)}.");
        }
    }

    public void Write(BinaryWriter writer) => TensorStream.Write(writer, Ensure());

    public void Read(BinaryReader reader) => TensorStream.Read(reader, Ensure());

    /// <summary>Writes whether there is a tensor, and the tensor.</summary>
    public void WriteOptional(BinaryWriter writer)
    {
        writer.Write(Value is not null);
        if (Value is not null)
        {
            Write(writer);
        }
    }

    public void ReadOptional(BinaryReader reader)
    {
        Clear();
        if (reader.ReadBoolean())
        {
            Read(reader);
        }
    }

    public void Clear()
    {
        Value?.Dispose();
        Value = null;
    }
}
