using Repro.Engine.Operations;

namespace TorchSharp;

public static partial class torch
{
    /// <summary><see cref="Tensor.eq(Tensor)"/>.</summary>
    public static Tensor eq(Tensor left, Tensor right) => left.eq(right);

    /// <summary><see cref="Tensor.ne(Tensor)"/>.</summary>
    public static Tensor ne(Tensor left, Tensor right) => left.ne(right);

    /// <summary><see cref="Tensor.lt(Tensor)"/>.</summary>
    public static Tensor lt(Tensor left, Tensor right) => left.lt(right);

    /// <summary><see cref="Tensor.le(Tensor)"/>.</summary>
    public static Tensor le(Tensor left, Tensor right) => left.le(right);

    /// <summary><see cref="Tensor.gt(Tensor)"/>.</summary>
    public static Tensor gt(Tensor left, Tensor right) => left.gt(right);

    /// <summary><see cref="Tensor.ge(Tensor)"/>.</summary>
    public static Tensor ge(Tensor left, Tensor right) => left.ge(right);

    /// <summary><see cref="Tensor.isnan()"/>.</summary>
    public static Tensor isnan(Tensor input) => input.isnan();

    /// <summary><see cref="Tensor.allclose(Tensor, double, double, bool)"/>.</summary>
    public static bool allclose(Tensor tensor, Tensor target, double rtol = 1E-05, double atol = 1E-08, bool equal_nan = false) =>
        tensor.allclose(target, rtol, atol, equal_nan);

    /// <summary>Elements of x where a condition (Bool) holds, of y elsewhere, with broadcasting.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Selection.Where(condition, x, y);

    /// <summary><see cref="Tensor.maximum(Tensor)"/>.</summary>
    public static Tensor max(Tensor input, Tensor other) => input.maximum(other);

    /// <summary><see cref="Tensor.maximum(Tensor)"/>.</summary>
    public static Tensor maximum(Tensor input, Tensor other) => input.maximum(other);

    /// <summary><see cref="Tensor.minimum(Tensor)"/>.</summary>
    public static Tensor min(Tensor input, Tensor other) => input.minimum(other);

    /// <summary><see cref="Tensor.minimum(Tensor)"/>.</summary>
    public static Tensor minimum(Tensor input, Tensor other) => input.minimum(other);

    /// <summary><see cref="Tensor.clamp(Scalar?, Scalar?)"/>.</summary>
    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp(min, max);

    /// <summary><see cref="Tensor.clamp(Tensor?, Tensor?)"/>.</summary>
    public static Tensor clamp(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp(min, max);

    /// <summary><see cref="Tensor.clamp_(Scalar?, Scalar?)"/>.</summary>
    public static Tensor clamp_(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp_(min, max);

    /// <summary><see cref="Tensor.clamp_(Tensor?, Tensor?)"/>.</summary>
    public static Tensor clamp_(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp_(min, max);
}
