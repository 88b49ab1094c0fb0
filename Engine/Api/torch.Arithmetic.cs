namespace TorchSharp;

public static partial class torch
{
    /// <summary><see cref="Tensor.add(Tensor)"/>.</summary>
    public static Tensor add(Tensor left, Tensor right) => left.add(right);

    /// <summary><see cref="Tensor.add(Scalar)"/>.</summary>
    public static Tensor add(Tensor left, Scalar right) => left.add(right);

    /// <summary><see cref="Tensor.add(Tensor, Scalar)"/>.</summary>
    public static Tensor add(Tensor left, Tensor right, Scalar alpha) => left.add(right, alpha);

    /// <summary><see cref="Tensor.add(Scalar, Scalar)"/>.</summary>
    public static Tensor add(Tensor left, Scalar right, Scalar alpha) => left.add(right, alpha);

    /// <summary><see cref="Tensor.add_(Tensor)"/>.</summary>
    public static Tensor add_(Tensor left, Tensor right) => left.add_(right);

    /// <summary><see cref="Tensor.add_(Scalar)"/>.</summary>
    public static Tensor add_(Tensor left, Scalar right) => left.add_(right);

    /// <summary><see cref="Tensor.add_(Tensor, Scalar)"/>.</summary>
    public static Tensor add_(Tensor left, Tensor right, Scalar alpha) => left.add_(right, alpha);

    /// <summary><see cref="Tensor.add_(Scalar, Scalar)"/>.</summary>
    public static Tensor add_(Tensor left, Scalar right, Scalar alpha) => left.add_(right, alpha);

    /// <summary><see cref="Tensor.sub(Tensor)"/>.</summary>
    public static Tensor sub(Tensor left, Tensor right) => left.sub(right);

    /// <summary><see cref="Tensor.sub(Scalar)"/>.</summary>
    public static Tensor sub(Tensor left, Scalar right) => left.sub(right);

    /// <summary><see cref="Tensor.sub_(Tensor)"/>.</summary>
    public static Tensor sub_(Tensor left, Tensor right) => left.sub_(right);

    /// <summary><see cref="Tensor.sub_(Scalar)"/>.</summary>
    public static Tensor sub_(Tensor left, Scalar right) => left.sub_(right);

    /// <summary><see cref="Tensor.mul(Tensor)"/>.</summary>
    public static Tensor mul(Tensor left, Tensor right) => left.mul(right);

    /// <summary><see cref="Tensor.mul(Scalar)"/>.</summary>
    public static Tensor mul(Tensor left, Scalar right) => left.mul(right);

    /// <summary><see cref="Tensor.mul_(Tensor)"/>.</summary>
    public static Tensor mul_(Tensor left, Tensor right) => left.mul_(right);

    /// <summary><see cref="Tensor.mul_(Scalar)"/>.</summary>
    public static Tensor mul_(Tensor left, Scalar right) => left.mul_(right);

    /// <summary><see cref="Tensor.div(Tensor, RoundingMode)"/>.</summary>
    public static Tensor div(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => left.div(right, rounding_mode);

    /// <summary><see cref="Tensor.div(Scalar, RoundingMode)"/>.</summary>
    public static Tensor div(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) => left.div(right, rounding_mode);

    /// <summary><see cref="Tensor.div_(Tensor, RoundingMode)"/>.</summary>
    public static Tensor div_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) => left.div_(right, rounding_mode);

    /// <summary><see cref="Tensor.div_(Scalar, RoundingMode)"/>.</summary>
    public static Tensor div_(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) => left.div_(right, rounding_mode);

    /// <summary><see cref="Tensor.neg()"/>.</summary>
    public static Tensor neg(Tensor input) => input.neg();

    /// <summary><see cref="Tensor.neg_()"/>.</summary>
    public static Tensor neg_(Tensor input) => input.neg_();
}
