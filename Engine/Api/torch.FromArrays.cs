using Repro.Engine.Memory;
using Repro.Engine.Tensors;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of one axis with a copy of the numbers.</summary>
    public static Tensor tensor(
        float[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, [rawArray.Length], dtype, device, requires_grad, names);

    /// <summary>A tensor of the given shape with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        float[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray(rawArray, dimensions, dtype, device, requires_grad, names);

    /// <summary>A tensor of one axis with a copy of the numbers.</summary>
    public static Tensor tensor(
        double[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, [rawArray.Length], dtype, device, requires_grad, names);

    /// <summary>A tensor of the given shape with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        double[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray(rawArray, dimensions, dtype, device, requires_grad, names);

    /// <summary>A tensor of one axis with a copy of the numbers.</summary>
    public static Tensor tensor(
        int[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, [rawArray.Length], dtype, device, requires_grad, names);

    /// <summary>A tensor of the given shape with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        int[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray(rawArray, dimensions, dtype, device, requires_grad, names);

    /// <summary>A tensor of one axis with a copy of the numbers.</summary>
    public static Tensor tensor(
        byte[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, [rawArray.Length], dtype, device, requires_grad, names);

    /// <summary>A tensor of the given shape with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        byte[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray(rawArray, dimensions, dtype, device, requires_grad, names);

    /// <summary>A tensor of one axis with a copy of the numbers.</summary>
    public static Tensor tensor(
        bool[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, [rawArray.Length], dtype, device, requires_grad, names);

    /// <summary>A tensor of the given shape with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        bool[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray(rawArray, dimensions, dtype, device, requires_grad, names);

    /// <summary>A tensor of one axis with a copy of the numbers.</summary>
    public static Tensor tensor(
        long[] dataArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(dataArray, [dataArray.Length], dtype, device, requires_grad, names);

    /// <summary>A tensor of the given shape with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        long[] dataArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray(dataArray, dimensions, dtype, device, requires_grad, names);

    /// <summary>A tensor of two axes with a copy of the numbers.</summary>
    public static Tensor tensor(
        float[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, SizesOf(rawArray), dtype, device, requires_grad, names);

    /// <summary>A tensor of three axes with a copy of the numbers.</summary>
    public static Tensor tensor(
        float[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, SizesOf(rawArray), dtype, device, requires_grad, names);

    /// <summary>A tensor of four axes with a copy of the numbers.</summary>
    public static Tensor tensor(
        float[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, SizesOf(rawArray), dtype, device, requires_grad, names);

    /// <summary>A tensor of two axes with a copy of the numbers.</summary>
    public static Tensor tensor(
        double[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, SizesOf(rawArray), dtype, device, requires_grad, names);

    /// <summary>A tensor of three axes with a copy of the numbers.</summary>
    public static Tensor tensor(
        double[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, SizesOf(rawArray), dtype, device, requires_grad, names);

    /// <summary>A tensor of four axes with a copy of the numbers.</summary>
    public static Tensor tensor(
        double[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, SizesOf(rawArray), dtype, device, requires_grad, names);

    /// <summary>A tensor of two axes with a copy of the numbers.</summary>
    public static Tensor tensor(
        int[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, SizesOf(rawArray), dtype, device, requires_grad, names);

    /// <summary>A tensor of three axes with a copy of the numbers.</summary>
    public static Tensor tensor(
        int[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, SizesOf(rawArray), dtype, device, requires_grad, names);

    /// <summary>A tensor of four axes with a copy of the numbers.</summary>
    public static Tensor tensor(
        int[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, SizesOf(rawArray), dtype, device, requires_grad, names);

    /// <summary>A tensor of two axes with a copy of the numbers.</summary>
    public static Tensor tensor(
        long[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, SizesOf(rawArray), dtype, device, requires_grad, names);

    /// <summary>A tensor of three axes with a copy of the numbers.</summary>
    public static Tensor tensor(
        long[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, SizesOf(rawArray), dtype, device, requires_grad, names);

    /// <summary>A tensor of four axes with a copy of the numbers.</summary>
    public static Tensor tensor(
        long[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, SizesOf(rawArray), dtype, device, requires_grad, names);

    /// <summary>A tensor of four axes with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        int[] rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, [dim0, dim1, dim2, dim3], dtype, device, requires_grad, names);

    /// <summary>A tensor of one axis with a copy of the numbers.</summary>
    public static Tensor tensor(
        short[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, [rawArray.Length], dtype, device, requires_grad, names);

    /// <summary>A tensor of the given shape with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        short[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray(rawArray, dimensions, dtype, device, requires_grad, names);

    /// <summary>A tensor of two axes with a copy of the numbers.</summary>
    public static Tensor tensor(
        short[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, SizesOf(rawArray), dtype, device, requires_grad, names);

    /// <summary>A tensor of three axes with a copy of the numbers.</summary>
    public static Tensor tensor(
        short[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, SizesOf(rawArray), dtype, device, requires_grad, names);

    /// <summary>A tensor of four axes with a copy of the numbers.</summary>
    public static Tensor tensor(
        short[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, SizesOf(rawArray), dtype, device, requires_grad, names);

    /// <summary>A tensor of two axes with a copy of the numbers.</summary>
    public static Tensor tensor(
        byte[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, SizesOf(rawArray), dtype, device, requires_grad, names);

    /// <summary>A tensor of three axes with a copy of the numbers.</summary>
    public static Tensor tensor(
        byte[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, SizesOf(rawArray), dtype, device, requires_grad, names);

    /// <summary>A tensor of four axes with a copy of the numbers.</summary>
    public static Tensor tensor(
        byte[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, SizesOf(rawArray), dtype, device, requires_grad, names);

    /// <summary>A tensor of one axis with a copy of the numbers.</summary>
    public static Tensor tensor(
        sbyte[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, [rawArray.Length], dtype, device, requires_grad, names);

    /// <summary>A tensor of the given shape with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        sbyte[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray(rawArray, dimensions, dtype, device, requires_grad, names);

    /// <summary>A tensor of two axes with a copy of the numbers.</summary>
    public static Tensor tensor(
        sbyte[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, SizesOf(rawArray), dtype, device, requires_grad, names);

    /// <summary>A tensor of three axes with a copy of the numbers.</summary>
    public static Tensor tensor(
        sbyte[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, SizesOf(rawArray), dtype, device, requires_grad, names);

    /// <summary>A tensor of four axes with a copy of the numbers.</summary>
    public static Tensor tensor(
        sbyte[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, SizesOf(rawArray), dtype, device, requires_grad, names);

    /// <summary>A tensor of two axes with a copy of the numbers.</summary>
    public static Tensor tensor(
        bool[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, SizesOf(rawArray), dtype, device, requires_grad, names);

    /// <summary>A tensor of three axes with a copy of the numbers.</summary>
    public static Tensor tensor(
        bool[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, SizesOf(rawArray), dtype, device, requires_grad, names);

    /// <summary>A tensor of four axes with a copy of the numbers.</summary>
    public static Tensor tensor(
        bool[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, SizesOf(rawArray), dtype, device, requires_grad, names);

    /// <summary>A tensor of one number, without axes.</summary>
    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false) =>
        FromArray((float[])[scalar], [], null, device, requires_grad, null);

    /// <summary>A tensor of one number, without axes.</summary>
    public static Tensor tensor(int scalar, Device? device = null, bool requires_grad = false) =>
        FromArray((int[])[scalar], [], null, device, requires_grad, null);

    /// <summary>A tensor of one number, without axes.</summary>
    public static Tensor tensor(short scalar, Device? device = null, bool requires_grad = false) =>
        FromArray((short[])[scalar], [], null, device, requires_grad, null);

    /// <summary>A tensor of one number, without axes.</summary>
    public static Tensor tensor(byte scalar, Device? device = null, bool requires_grad = false) =>
        FromArray((byte[])[scalar], [], null, device, requires_grad, null);

    /// <summary>A tensor of one number, without axes.</summary>
    public static Tensor tensor(sbyte scalar, Device? device = null, bool requires_grad = false) =>
        FromArray((sbyte[])[scalar], [], null, device, requires_grad, null);

    /// <summary>A tensor of one number, without axes; Float64 if no type is given.</summary>
    public static Tensor tensor(double scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromArray((double[])[scalar], [], dtype, device, requires_grad, null);

    /// <summary>A tensor of one number, without axes; Int64 if no type is given.</summary>
    public static Tensor tensor(long scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromArray((long[])[scalar], [], dtype, device, requires_grad, null);

    /// <summary>A tensor of one number, without axes; Bool if no type is given.</summary>
    public static Tensor tensor(bool scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        FromArray((bool[])[scalar], [], dtype, device, requires_grad, null);

    /// <summary>
    /// A tensor in the shape of an array and on its memory: what changes one changes the other. An array of another type than
    /// <paramref name="dtype"/> is copied.
    /// </summary>
    public static Tensor from_array(
        Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        CheckOptions(device, names);
        using var shared = OnArray(rawArray, SizesOf(rawArray));
        return shared.to(dtype ?? shared.dtype).requires_grad_(requires_grad);
    }

    /// <summary>A tensor in the shape and of the type of an array, and on its memory: what changes one changes the other.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    private static Tensor FromArray(
        Array numbers, ReadOnlySpan<long> dimensions, ScalarType? dtype, Device? device, bool requiresGrad, string[]? names)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        CheckOptions(device, names);
        using var shared = OnArray(numbers, dimensions);
        return shared.to(dtype ?? shared.dtype, copy: true).requires_grad_(requiresGrad);
    }

    private static Tensor OnArray(Array numbers, ReadOnlySpan<long> sizes)
    {
        var type = Tensor.TypeOf(numbers.GetType().GetElementType()!);
        return Layout.Count(sizes) <= numbers.Length
            ? new Tensor(new Storage(numbers, Tensor.SizeOf(type)), [.. sizes], Layout.RowMajor(sizes), 0, type)
            : throw new ArgumentException($"tensor: shape {Layout.Text(sizes)} needs more than {numbers.Length} numbers.");
    }

    private static long[] SizesOf(Array numbers) => [.. Enumerable.Range(0, numbers.Rank).Select(numbers.GetLongLength)];
}
