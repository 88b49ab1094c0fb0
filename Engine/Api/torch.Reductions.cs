namespace TorchSharp;

public static partial class torch
{
    /// <summary><see cref="Tensor.sum(ScalarType?)"/>.</summary>
    public static Tensor sum(Tensor input, ScalarType? type = null) => input.sum(type);

    /// <summary><see cref="Tensor.sum(ReadOnlySpan{long}, bool, ScalarType?)"/>.</summary>
    public static Tensor sum(Tensor input, ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
        input.sum(dim, keepdim, type);

    /// <summary><see cref="Tensor.sum(long, bool, ScalarType?)"/>.</summary>
    public static Tensor sum(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) => input.sum(dim, keepdim, type);

    /// <summary><see cref="Tensor.mean()"/>.</summary>
    public static Tensor mean(Tensor input) => input.mean();

    /// <summary><see cref="Tensor.mean(long[], bool, ScalarType?)"/>.</summary>
    public static Tensor mean(Tensor input, long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
        input.mean(dimensions, keepdim, type);

    /// <summary><see cref="Tensor.var(bool)"/>.</summary>
    public static Tensor var(Tensor input, bool unbiased = true) => input.var(unbiased);

    /// <summary><see cref="Tensor.var(long[], bool, bool, ScalarType?)"/>.</summary>
    public static Tensor var(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.var(dimensions, unbiased, keepdim, type);

    /// <summary><see cref="Tensor.var(long, bool, bool, ScalarType?)"/>.</summary>
    public static Tensor var(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.var(dimensions, unbiased, keepdim, type);

    /// <summary><see cref="Tensor.var(ValueTuple{long, long}, bool, bool, ScalarType?)"/>.</summary>
    public static Tensor var(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.var(dimensions, unbiased, keepdim, type);

    /// <summary><see cref="Tensor.var(ValueTuple{long, long, long}, bool, bool, ScalarType?)"/>.</summary>
    public static Tensor var(
        Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.var(dimensions, unbiased, keepdim, type);

    /// <summary><see cref="Tensor.std(bool)"/>.</summary>
    public static Tensor std(Tensor input, bool unbiased = true) => input.std(unbiased);

    /// <summary><see cref="Tensor.std(long[], bool, bool, ScalarType?)"/>.</summary>
    public static Tensor std(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.std(dimensions, unbiased, keepdim, type);

    /// <summary><see cref="Tensor.std(long, bool, bool, ScalarType?)"/>.</summary>
    public static Tensor std(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.std(dimensions, unbiased, keepdim, type);

    /// <summary><see cref="Tensor.std(ValueTuple{long, long}, bool, bool, ScalarType?)"/>.</summary>
    public static Tensor std(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.std(dimensions, unbiased, keepdim, type);

    /// <summary><see cref="Tensor.std(ValueTuple{long, long, long}, bool, bool, ScalarType?)"/>.</summary>
    public static Tensor std(
        Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.std(dimensions, unbiased, keepdim, type);

    /// <summary>The root of the sum of squares.</summary>
    public static Tensor norm(Tensor input) => input.norm();

    /// <summary><see cref="Tensor.norm(float)"/>.</summary>
    public static Tensor norm(Tensor input, float p = 2) => input.norm(p);

    /// <summary><see cref="Tensor.norm(int, bool, float)"/>.</summary>
    public static Tensor norm(Tensor input, int dimension, bool keepdim = false, float p = 2) => input.norm(dimension, keepdim, p);

    /// <summary><see cref="Tensor.max()"/>.</summary>
    public static Tensor max(Tensor input) => input.max();

    /// <summary><see cref="Tensor.max(long, bool)"/>.</summary>
    public static (Tensor values, Tensor indexes) max(Tensor input, long dim, bool keepdim = false) => input.max(dim, keepdim);

    /// <summary><see cref="Tensor.min()"/>.</summary>
    public static Tensor min(Tensor input) => input.min();

    /// <summary><see cref="Tensor.min(long, bool)"/>.</summary>
    public static (Tensor values, Tensor indexes) min(Tensor input, long dim, bool keepdim = false) => input.min(dim, keepdim);

    /// <summary><see cref="Tensor.argmax()"/>.</summary>
    public static Tensor argmax(Tensor input) => input.argmax();

    /// <summary><see cref="Tensor.argmax(long, bool)"/>.</summary>
    public static Tensor argmax(Tensor input, long dim, bool keepdim = false) => input.argmax(dim, keepdim);

    /// <summary><see cref="Tensor.argmin()"/>.</summary>
    public static Tensor argmin(Tensor input) => input.argmin();

    /// <summary><see cref="Tensor.argmin(long, bool)"/>.</summary>
    public static Tensor argmin(Tensor input, long dim, bool keepdim = false) => input.argmin(dim, keepdim);
}
