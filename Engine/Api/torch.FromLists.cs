namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of one axis with a copy of the numbers.</summary>
    public static Tensor tensor(
        IList<float> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray((float[])[.. rawArray], [rawArray.Count], dtype, device, requires_grad, names);

    /// <summary>A tensor of one axis with a copy of the numbers.</summary>
    public static Tensor tensor(
        IList<double> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray((double[])[.. rawArray], [rawArray.Count], dtype, device, requires_grad, names);

    /// <summary>A tensor of one axis with a copy of the numbers.</summary>
    public static Tensor tensor(
        IList<int> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray((int[])[.. rawArray], [rawArray.Count], dtype, device, requires_grad, names);

    /// <summary>A tensor of one axis with a copy of the numbers.</summary>
    public static Tensor tensor(
        IList<long> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray((long[])[.. rawArray], [rawArray.Count], dtype, device, requires_grad, names);

    /// <summary>A tensor of one axis with a copy of the numbers.</summary>
    public static Tensor tensor(
        IList<byte> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray((byte[])[.. rawArray], [rawArray.Count], dtype, device, requires_grad, names);

    /// <summary>A tensor of one axis with a copy of the numbers.</summary>
    public static Tensor tensor(
        IList<bool> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray((bool[])[.. rawArray], [rawArray.Count], dtype, device, requires_grad, names);

    /// <summary>A tensor of the given shape with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<float> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray((float[])[.. rawArray], dimensions, dtype, device, requires_grad, names);

    /// <summary>A tensor of two axes with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<float> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray((float[])[.. rawArray], [rows, columns], dtype, device, requires_grad, names);

    /// <summary>A tensor of three axes with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<float> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray((float[])[.. rawArray], [dim0, dim1, dim2], dtype, device, requires_grad, names);

    /// <summary>A tensor of four axes with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<float> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromArray((float[])[.. rawArray], [dim0, dim1, dim2, dim3], dtype, device, requires_grad, names);

    /// <summary>A tensor of two axes with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<double> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray((double[])[.. rawArray], [rows, columns], dtype, device, requires_grad, names);

    /// <summary>A tensor of three axes with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<double> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromArray((double[])[.. rawArray], [dim0, dim1, dim2], dtype, device, requires_grad, names);

    /// <summary>A tensor of four axes with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<double> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromArray((double[])[.. rawArray], [dim0, dim1, dim2, dim3], dtype, device, requires_grad, names);

    /// <summary>A tensor of the given shape with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<long> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray((long[])[.. rawArray], dimensions, dtype, device, requires_grad, names);

    /// <summary>A tensor of two axes with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<long> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray((long[])[.. rawArray], [rows, columns], dtype, device, requires_grad, names);

    /// <summary>A tensor of three axes with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<long> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray((long[])[.. rawArray], [dim0, dim1, dim2], dtype, device, requires_grad, names);

    /// <summary>A tensor of four axes with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<long> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromArray((long[])[.. rawArray], [dim0, dim1, dim2, dim3], dtype, device, requires_grad, names);

    /// <summary>A tensor of the given shape with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<int> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray((int[])[.. rawArray], dimensions, dtype, device, requires_grad, names);

    /// <summary>A tensor of two axes with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<int> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray((int[])[.. rawArray], [rows, columns], dtype, device, requires_grad, names);

    /// <summary>A tensor of three axes with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<int> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray((int[])[.. rawArray], [dim0, dim1, dim2], dtype, device, requires_grad, names);

    /// <summary>A tensor of one axis with a copy of the numbers.</summary>
    public static Tensor tensor(
        IList<short> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray((short[])[.. rawArray], [rawArray.Count], dtype, device, requires_grad, names);

    /// <summary>A tensor of the given shape with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<short> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray((short[])[.. rawArray], dimensions, dtype, device, requires_grad, names);

    /// <summary>A tensor of two axes with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<short> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray((short[])[.. rawArray], [rows, columns], dtype, device, requires_grad, names);

    /// <summary>A tensor of three axes with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<short> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray((short[])[.. rawArray], [dim0, dim1, dim2], dtype, device, requires_grad, names);

    /// <summary>A tensor of four axes with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<short> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromArray((short[])[.. rawArray], [dim0, dim1, dim2, dim3], dtype, device, requires_grad, names);

    /// <summary>A tensor of the given shape with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<byte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray((byte[])[.. rawArray], dimensions, dtype, device, requires_grad, names);

    /// <summary>A tensor of two axes with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<byte> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray((byte[])[.. rawArray], [rows, columns], dtype, device, requires_grad, names);

    /// <summary>A tensor of three axes with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<byte> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray((byte[])[.. rawArray], [dim0, dim1, dim2], dtype, device, requires_grad, names);

    /// <summary>A tensor of four axes with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<byte> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromArray((byte[])[.. rawArray], [dim0, dim1, dim2, dim3], dtype, device, requires_grad, names);

    /// <summary>A tensor of one axis with a copy of the numbers.</summary>
    public static Tensor tensor(
        IList<sbyte> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray((sbyte[])[.. rawArray], [rawArray.Count], dtype, device, requires_grad, names);

    /// <summary>A tensor of the given shape with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<sbyte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray((sbyte[])[.. rawArray], dimensions, dtype, device, requires_grad, names);

    /// <summary>A tensor of two axes with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<sbyte> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray((sbyte[])[.. rawArray], [rows, columns], dtype, device, requires_grad, names);

    /// <summary>A tensor of three axes with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<sbyte> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray((sbyte[])[.. rawArray], [dim0, dim1, dim2], dtype, device, requires_grad, names);

    /// <summary>A tensor of four axes with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<sbyte> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromArray((sbyte[])[.. rawArray], [dim0, dim1, dim2, dim3], dtype, device, requires_grad, names);

    /// <summary>A tensor of the given shape with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<bool> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray((bool[])[.. rawArray], dimensions, dtype, device, requires_grad, names);

    /// <summary>A tensor of two axes with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<bool> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray((bool[])[.. rawArray], [rows, columns], dtype, device, requires_grad, names);

    /// <summary>A tensor of three axes with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<bool> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray((bool[])[.. rawArray], [dim0, dim1, dim2], dtype, device, requires_grad, names);

    /// <summary>A tensor of four axes with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        IList<bool> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        FromArray((bool[])[.. rawArray], [dim0, dim1, dim2, dim3], dtype, device, requires_grad, names);
}
