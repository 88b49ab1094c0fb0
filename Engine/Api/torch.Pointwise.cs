namespace TorchSharp;

public static partial class torch
{
    /// <summary><see cref="Tensor.exp()"/>.</summary>
    public static Tensor exp(Tensor input) => input.exp();

    /// <summary><see cref="Tensor.exp_()"/>.</summary>
    public static Tensor exp_(Tensor input) => input.exp_();

    /// <summary><see cref="Tensor.log()"/>.</summary>
    public static Tensor log(Tensor input) => input.log();

    /// <summary><see cref="Tensor.log_()"/>.</summary>
    public static Tensor log_(Tensor input) => input.log_();

    /// <summary><see cref="Tensor.sqrt()"/>.</summary>
    public static Tensor sqrt(Tensor input) => input.sqrt();

    /// <summary><see cref="Tensor.sqrt_()"/>.</summary>
    public static Tensor sqrt_(Tensor input) => input.sqrt_();

    /// <summary><see cref="Tensor.rsqrt()"/>.</summary>
    public static Tensor rsqrt(Tensor input) => input.rsqrt();

    /// <summary><see cref="Tensor.rsqrt_()"/>.</summary>
    public static Tensor rsqrt_(Tensor input) => input.rsqrt_();

    /// <summary><see cref="Tensor.abs()"/>.</summary>
    public static Tensor abs(Tensor input) => input.abs();

    /// <summary><see cref="Tensor.abs_()"/>.</summary>
    public static Tensor abs_(Tensor input) => input.abs_();

    /// <summary><see cref="Tensor.sigmoid()"/>.</summary>
    public static Tensor sigmoid(Tensor input) => input.sigmoid();

    /// <summary><see cref="Tensor.sigmoid_()"/>.</summary>
    public static Tensor sigmoid_(Tensor input) => input.sigmoid_();

    /// <summary><see cref="Tensor.tanh()"/>.</summary>
    public static Tensor tanh(Tensor input) => input.tanh();

    /// <summary><see cref="Tensor.tanh_()"/>.</summary>
    public static Tensor tanh_(Tensor input) => input.tanh_();

    /// <summary><see cref="Tensor.erf()"/>.</summary>
    public static Tensor erf(Tensor input) => input.erf();

    /// <summary><see cref="Tensor.erf_()"/>.</summary>
    public static Tensor erf_(Tensor input) => input.erf_();

    /// <summary><see cref="Tensor.expm1()"/>.</summary>
    public static Tensor expm1(Tensor input) => input.expm1();

    /// <summary><see cref="Tensor.expm1_()"/>.</summary>
    public static Tensor expm1_(Tensor input) => input.expm1_();

    /// <summary><see cref="Tensor.log1p()"/>.</summary>
    public static Tensor log1p(Tensor input) => input.log1p();

    /// <summary><see cref="Tensor.log1p_()"/>.</summary>
    public static Tensor log1p_(Tensor input) => input.log1p_();

    /// <summary><see cref="Tensor.square()"/>.</summary>
    public static Tensor square(Tensor input) => input.square();

    /// <summary><see cref="Tensor.floor()"/>.</summary>
    public static Tensor floor(Tensor input) => input.floor();

    /// <summary><see cref="Tensor.floor_()"/>.</summary>
    public static Tensor floor_(Tensor input) => input.floor_();

    /// <summary><see cref="Tensor.ceil()"/>.</summary>
    public static Tensor ceil(Tensor input) => input.ceil();

    /// <summary><see cref="Tensor.ceil_()"/>.</summary>
    public static Tensor ceil_(Tensor input) => input.ceil_();

    /// <summary><see cref="Tensor.pow(Tensor)"/>.</summary>
    public static Tensor pow(Tensor left, Tensor exponent) => left.pow(exponent);

    /// <summary><see cref="Tensor.pow(Scalar)"/>.</summary>
    public static Tensor pow(Tensor left, Scalar exponent) => left.pow(exponent);

    /// <summary><see cref="Tensor.pow_(Tensor)"/>.</summary>
    public static Tensor pow_(Tensor left, Tensor exponent) => left.pow_(exponent);

    /// <summary><see cref="Tensor.pow_(Scalar)"/>.</summary>
    public static Tensor pow_(Tensor left, Scalar exponent) => left.pow_(exponent);

    /// <summary><see cref="Tensor.softmax(long, ScalarType?)"/>.</summary>
    public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) => input.softmax(dim, dtype);
}
