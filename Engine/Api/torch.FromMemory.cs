namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of the given shape with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        Memory<float> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray(rawArray.ToArray(), dimensions, dtype, device, requires_grad, names);

    /// <summary>A tensor of the given shape with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        Memory<double> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray(rawArray.ToArray(), dimensions, dtype, device, requires_grad, names);

    /// <summary>A tensor of the given shape with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        Memory<long> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray(rawArray.ToArray(), dimensions, dtype, device, requires_grad, names);

    /// <summary>A tensor of the given shape with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        Memory<int> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray(rawArray.ToArray(), dimensions, dtype, device, requires_grad, names);

    /// <summary>A tensor of the given shape with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        Memory<short> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray(rawArray.ToArray(), dimensions, dtype, device, requires_grad, names);

    /// <summary>A tensor of the given shape with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        Memory<byte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray(rawArray.ToArray(), dimensions, dtype, device, requires_grad, names);

    /// <summary>A tensor of the given shape with a copy of the numbers, row-major.</summary>
    /// <exception cref="ArgumentException">The shape has more elements than were given.</exception>
    public static Tensor tensor(
        Memory<sbyte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        FromArray(rawArray.ToArray(), dimensions, dtype, device, requires_grad, names);
}
