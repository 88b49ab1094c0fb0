using Repro.Engine.Random;
using Repro.Engine.Tensors;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of zeros.</summary>
    public static Tensor zeros(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create(size, dtype, device, requires_grad, names, static x => x.zero_());

    /// <summary>A tensor of zeros.</summary>
    public static Tensor zeros(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create(size, dtype, device, requires_grad, names, static x => x.zero_());

    /// <summary>A tensor of zeros.</summary>
    public static Tensor zeros(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([size], dtype, device, requires_grad, names, static x => x.zero_());

    /// <summary>A tensor of zeros.</summary>
    public static Tensor zeros(
        long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([rows, columns], dtype, device, requires_grad, names, static x => x.zero_());

    /// <summary>A tensor of zeros.</summary>
    public static Tensor zeros(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Create([dim0, dim1, dim2], dtype, device, requires_grad, names, static x => x.zero_());

    /// <summary>A tensor of zeros.</summary>
    public static Tensor zeros(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Create([dim0, dim1, dim2, dim3], dtype, device, requires_grad, names, static x => x.zero_());

    /// <summary>A tensor of ones.</summary>
    public static Tensor ones(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create(size, dtype, device, requires_grad, names, static x => x.fill_(1));

    /// <summary>A tensor of ones.</summary>
    public static Tensor ones(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create(size, dtype, device, requires_grad, names, static x => x.fill_(1));

    /// <summary>A tensor of ones.</summary>
    public static Tensor ones(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([size], dtype, device, requires_grad, names, static x => x.fill_(1));

    /// <summary>A tensor of ones.</summary>
    public static Tensor ones(
        long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([rows, columns], dtype, device, requires_grad, names, static x => x.fill_(1));

    /// <summary>A tensor of ones.</summary>
    public static Tensor ones(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Create([dim0, dim1, dim2], dtype, device, requires_grad, names, static x => x.fill_(1));

    /// <summary>A tensor of ones.</summary>
    public static Tensor ones(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Create([dim0, dim1, dim2, dim3], dtype, device, requires_grad, names, static x => x.fill_(1));

    /// <summary>A tensor whose elements are undefined.</summary>
    public static Tensor empty(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create(size, dtype, device, requires_grad, names, static x => x);

    /// <summary>A tensor whose elements are undefined.</summary>
    public static Tensor empty(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create(size, dtype, device, requires_grad, names, static x => x);

    /// <summary>A tensor whose elements are undefined.</summary>
    public static Tensor empty(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([size], dtype, device, requires_grad, names, static x => x);

    /// <summary>A tensor whose elements are undefined.</summary>
    public static Tensor empty(
        long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create([rows, columns], dtype, device, requires_grad, names, static x => x);

    /// <summary>A tensor whose elements are undefined.</summary>
    public static Tensor empty(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Create([dim0, dim1, dim2], dtype, device, requires_grad, names, static x => x);

    /// <summary>A tensor whose elements are undefined.</summary>
    public static Tensor empty(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Create([dim0, dim1, dim2, dim3], dtype, device, requires_grad, names, static x => x);

    /// <summary>A tensor of one value; of Int64 if the value is an integer and no type is given.</summary>
    public static Tensor full(
        long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create(
            size, dtype ?? (value.IsIntegral ? ScalarType.Int64 : ScalarType.Float32), device, requires_grad, names, x => x.fill_(value));

    /// <summary>A tensor of one value; of Int64 if the value is an integer and no type is given.</summary>
    public static Tensor full(
        ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Create(
            size, dtype ?? (value.IsIntegral ? ScalarType.Int64 : ScalarType.Float32), device, requires_grad, names, x => x.fill_(value));

    /// <summary>A tensor of one value; of Int64 if the value is an integer and no type is given.</summary>
    public static Tensor full(
        long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create(
            [size], dtype ?? (value.IsIntegral ? ScalarType.Int64 : ScalarType.Float32), device, requires_grad, names, x => x.fill_(value));

    /// <summary>A tensor of one value; of Int64 if the value is an integer and no type is given.</summary>
    public static Tensor full(
        long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Create(
            [rows, columns], dtype ?? (value.IsIntegral ? ScalarType.Int64 : ScalarType.Float32), device, requires_grad, names,
            x => x.fill_(value));

    /// <summary>A tensor of one value; of Int64 if the value is an integer and no type is given.</summary>
    public static Tensor full(
        long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        Create(
            [dim0, dim1, dim2], dtype ?? (value.IsIntegral ? ScalarType.Int64 : ScalarType.Float32), device, requires_grad, names,
            x => x.fill_(value));

    /// <summary>A tensor of one value; of Int64 if the value is an integer and no type is given.</summary>
    public static Tensor full(
        long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, string[]? names = null) =>
        Create(
            [dim0, dim1, dim2, dim3], dtype ?? (value.IsIntegral ? ScalarType.Int64 : ScalarType.Float32), device, requires_grad, names,
            x => x.fill_(value));

    /// <summary>Uniform random numbers in [0, 1).</summary>
    public static Tensor rand(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        Create(size, dtype, device, requires_grad, names, x => x.uniform_(0, 1, generator));

    /// <summary>Uniform random numbers in [0, 1).</summary>
    public static Tensor rand(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        Create(size, dtype, device, requires_grad, names, x => x.uniform_(0, 1, generator));

    /// <summary>Uniform random numbers in [0, 1).</summary>
    public static Tensor rand(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        Create([size], dtype, device, requires_grad, names, x => x.uniform_(0, 1, generator));

    /// <summary>Uniform random numbers in [0, 1).</summary>
    public static Tensor rand(
        long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        Create([rows, columns], dtype, device, requires_grad, names, x => x.uniform_(0, 1, generator));

    /// <summary>Uniform random numbers in [0, 1).</summary>
    public static Tensor rand(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Create([dim0, dim1, dim2], dtype, device, requires_grad, names, x => x.uniform_(0, 1, generator));

    /// <summary>Uniform random numbers in [0, 1).</summary>
    public static Tensor rand(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Create([dim0, dim1, dim2, dim3], dtype, device, requires_grad, names, x => x.uniform_(0, 1, generator));

    /// <summary>Standard normal random numbers.</summary>
    public static Tensor randn(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        Create(size, dtype, device, requires_grad, names, x => x.normal_(0, 1, generator));

    /// <summary>Standard normal random numbers.</summary>
    public static Tensor randn(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        Create(size, dtype, device, requires_grad, names, x => x.normal_(0, 1, generator));

    /// <summary>Standard normal random numbers.</summary>
    public static Tensor randn(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        Create([size], dtype, device, requires_grad, names, x => x.normal_(0, 1, generator));

    /// <summary>Standard normal random numbers.</summary>
    public static Tensor randn(
        long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        Create([rows, columns], dtype, device, requires_grad, names, x => x.normal_(0, 1, generator));

    /// <summary>Standard normal random numbers.</summary>
    public static Tensor randn(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Create([dim0, dim1, dim2], dtype, device, requires_grad, names, x => x.normal_(0, 1, generator));

    /// <summary>Standard normal random numbers.</summary>
    public static Tensor randn(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Create([dim0, dim1, dim2, dim3], dtype, device, requires_grad, names, x => x.normal_(0, 1, generator));

    /// <summary>Zeros in the shape of another tensor.</summary>
    public static Tensor zeros_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create(input.Sizes, dtype ?? input.dtype, device, requires_grad, names, static x => x.zero_());

    /// <summary>Ones in the shape of another tensor.</summary>
    public static Tensor ones_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create(input.Sizes, dtype ?? input.dtype, device, requires_grad, names, static x => x.fill_(1));

    /// <summary>Undefined elements in the shape of another tensor.</summary>
    public static Tensor empty_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create(input.Sizes, dtype ?? input.dtype, device, requires_grad, names, static x => x);

    /// <summary>Uniform random numbers in [0, 1) in the shape of another tensor.</summary>
    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Create(input.Sizes, dtype ?? input.dtype, device, requires_grad, null, static x => x.uniform_(0, 1));

    /// <summary>Standard normal random numbers in the shape of another tensor.</summary>
    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Create(input.Sizes, dtype ?? input.dtype, device, requires_grad, null, static x => x.normal_());

    /// <summary>One value in the shape of another tensor.</summary>
    public static Tensor full_like(
        Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Create(input.Sizes, dtype ?? input.dtype, device, requires_grad, names, x => x.fill_(value));

    /// <summary>Random integers from 0 to before <paramref name="high"/>.</summary>
    public static Tensor randint(
        long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator, names);

    /// <summary>Random integers from <paramref name="low"/> to before <paramref name="high"/>.</summary>
    public static Tensor randint(
        long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        low < high
        ? Create(size, dtype ?? ScalarType.Int64, device, requires_grad, names, x => Drawn(x, low, high, generator))
        : throw new ArgumentException($"randint: there is no integer from {low} to before {high}.");

    /// <summary>Random integers from 0 to before <paramref name="high"/>.</summary>
    public static Tensor randint(
        long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        randint(0, high, size.Shape, dtype, device, requires_grad, generator, names);

    /// <summary>Random integers from <paramref name="low"/> to before <paramref name="high"/>.</summary>
    public static Tensor randint(
        long low, long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        randint(low, high, size.Shape, dtype, device, requires_grad, generator, names);

    /// <summary>Random integers from 0 to before <paramref name="high"/>.</summary>
    public static Tensor randint(
        int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator, names);

    /// <summary>Random integers from <paramref name="low"/> to before <paramref name="high"/>.</summary>
    public static Tensor randint(
        int low, int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        randint(low, high, new Size(size), dtype, device, requires_grad, generator, names);

    /// <summary>
    /// Random integers from <paramref name="low"/> to before <paramref name="high"/> in the shape and the type of another tensor.
    /// </summary>
    public static Tensor randint_like(
        Tensor input, long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        randint(low, high, input.shape, dtype ?? input.dtype, device, requires_grad);

    /// <summary>The numbers 0 to n − 1 in random order.</summary>
    public static Tensor randperm(
        long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Create([n], dtype ?? ScalarType.Int64, device, requires_grad, null, x =>
        {
            Draws.Permutation(x, generator);
            return x;
        });

    /// <summary>Normal random numbers.</summary>
    public static Tensor normal(
        double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        Create(size, dtype, device, requires_grad, names, x => x.normal_(mean, std, generator));

    /// <summary>
    /// Normal random numbers, each with a mean and a standard deviation of its own, with broadcasting: standard ones · std + mean.
    /// </summary>
    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null)
    {
        ArgumentNullException.ThrowIfNull(mean);
        ArgumentNullException.ThrowIfNull(std);
        using var noGrad = no_grad();
        return randn(Layout.Broadcast(nameof(normal), mean.Sizes, std.Sizes), generator: generator).mul_(std).add_(mean);
    }

    private static Tensor Drawn(Tensor x, long low, long high, Generator? generator)
    {
        if (x.dtype is ScalarType.Int64 or ScalarType.Float32)
        {
            Draws.Integers(x, low, high, generator);
            return x;
        }

        using var drawn = empty(x.Sizes, ScalarType.Int64);
        Draws.Integers(drawn, low, high, generator);
        return x.copy_(drawn);
    }

    private static Tensor Create(
        ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requiresGrad, string[]? names, Func<Tensor, Tensor> fill)
    {
        CheckOptions(device, names);
        var result = Tensor.Allocate(size, dtype ?? ScalarType.Float32);
        fill(result);
        result.requires_grad = requiresGrad;
        return result;
    }

    private static void CheckOptions(Device? device, string[]? names)
    {
        Device.RequireCpu(device);
        if (names is not null)
        {
            throw new NotSupportedException("Named axes are not supported by the exact engine.");
        }
    }
}
