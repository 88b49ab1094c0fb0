using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Repro.Engine.Tensors;

/// <summary>New row-major tensors with known elements, outside the graph.</summary>
internal static class Filled
{
    /// <summary>A tensor of zeros.</summary>
    public static Tensor Zeros(ReadOnlySpan<long> sizes, ScalarType type = ScalarType.Float32) => With(0, sizes, type);

    /// <summary>A tensor of ones.</summary>
    public static Tensor Ones(ReadOnlySpan<long> sizes, ScalarType type = ScalarType.Float32) => With(1, sizes, type);

    /// <summary>A number as a tensor without axes.</summary>
    /// <exception cref="NotSupportedException">Tensors of the type cannot be filled.</exception>
    public static unsafe Tensor Number(Scalar value, ScalarType type)
    {
        var one = Tensor.Allocate([], type);
        using var pin = one.Pin();
        var target = new Span<byte>(pin.Bytes, Tensor.SizeOf(type));

        switch (one.dtype)
        {
            case ScalarType.Float32: MemoryMarshal.Write(target, value.Single); break;
            case ScalarType.Float64: MemoryMarshal.Write(target, value.Double); break;
            case ScalarType.Int64: MemoryMarshal.Write(target, value.Int64); break;
            case ScalarType.Int32: MemoryMarshal.Write(target, unchecked((int)value.Int64)); break;
            case ScalarType.Int16: MemoryMarshal.Write(target, unchecked((short)value.Int64)); break;
            case ScalarType.Byte or ScalarType.Int8: target[0] = unchecked((byte)value.Int64); break;
            case ScalarType.Bool: target[0] = value.Double != 0 ? (byte)1 : (byte)0; break;
            default: throw new NotSupportedException($"Tensors of type {one.dtype} cannot be filled.");
        }

        return one;
    }

    /// <summary>A tensor of one axis with a copy of the elements.</summary>
    public static unsafe Tensor From<T>(ReadOnlySpan<T> elements)
        where T : unmanaged
    {
        var result = Tensor.Allocate([elements.Length], Tensor.TypeOf(typeof(T)));
        using var pin = result.Pin();
        elements.CopyTo(new Span<T>(pin.Bytes, elements.Length));
        return result;
    }

    private static Tensor With(Scalar value, ReadOnlySpan<long> sizes, ScalarType type)
    {
        using var one = Number(value, type);
        var result = Tensor.Allocate(sizes, type);
        ConvertedCopy.Into("fill_", one, result);
        return result;
    }
}
