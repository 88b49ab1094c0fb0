using Repro.Engine.Operations;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The negative of each element.</summary>
        public Tensor neg() => Pointwise.Negate(this);

        /// <summary><see cref="neg()"/> in place.</summary>
        public Tensor neg_() => Change(nameof(neg_), Pointwise.Negate);

        /// <summary>e to the power of each element.</summary>
        public Tensor exp() => Pointwise.Exponential(this);

        /// <summary><see cref="exp()"/> in place.</summary>
        public Tensor exp_() => Change(nameof(exp_), Pointwise.Exponential);

        /// <summary>The natural logarithm of each element.</summary>
        public Tensor log() => Pointwise.Logarithm(this);

        /// <summary><see cref="log()"/> in place.</summary>
        public Tensor log_() => Change(nameof(log_), Pointwise.Logarithm);

        /// <summary>The square root of each element.</summary>
        public Tensor sqrt() => Pointwise.SquareRoot(this);

        /// <summary><see cref="sqrt()"/> in place.</summary>
        public Tensor sqrt_() => Change(nameof(sqrt_), Pointwise.SquareRoot);

        /// <summary>1 divided by the square root of each element.</summary>
        public Tensor rsqrt() => Pointwise.ReciprocalRoot(this);

        /// <summary><see cref="rsqrt()"/> in place.</summary>
        public Tensor rsqrt_() => Change(nameof(rsqrt_), Pointwise.ReciprocalRoot);

        /// <summary>The absolute value of each element.</summary>
        public Tensor abs() => Pointwise.Absolute(this);

        /// <summary><see cref="abs()"/> in place.</summary>
        public Tensor abs_() => Change(nameof(abs_), Pointwise.Absolute);

        /// <summary>1 / (1 + exp(−x)) of each element.</summary>
        public Tensor sigmoid() => Pointwise.Sigmoid(this);

        /// <summary><see cref="sigmoid()"/> in place.</summary>
        public Tensor sigmoid_() => Change(nameof(sigmoid_), Pointwise.Sigmoid);

        /// <summary>The hyperbolic tangent of each element.</summary>
        public Tensor tanh() => Pointwise.Tanh(this);

        /// <summary><see cref="tanh()"/> in place.</summary>
        public Tensor tanh_() => Change(nameof(tanh_), Pointwise.Tanh);

        /// <summary>Each element, or 0 where it is negative.</summary>
        public Tensor relu() => Pointwise.Relu(this);

        /// <summary><see cref="relu()"/> in place.</summary>
        public Tensor relu_() => Change(nameof(relu_), Pointwise.Relu);

        /// <summary>The square of each element.</summary>
        public Tensor square() => Pointwise.Square(this);

        /// <summary>The largest whole number at most each element. Its gradient is 0.</summary>
        public Tensor floor() => Pointwise.Floor(this);

        /// <summary><see cref="floor()"/> in place.</summary>
        public Tensor floor_() => Change(nameof(floor_), Pointwise.Floor);

        /// <summary>The smallest whole number at least each element. Its gradient is 0.</summary>
        public Tensor ceil() => Pointwise.Ceiling(this);

        /// <summary><see cref="ceil()"/> in place.</summary>
        public Tensor ceil_() => Change(nameof(ceil_), Pointwise.Ceiling);

        /// <summary>Each element to the power of another, with broadcasting.</summary>
        public Tensor pow(Tensor exponent) => Powers.Raise(this, exponent);

        /// <summary>Each element to the power of a number.</summary>
        public Tensor pow(Scalar exponent) => Powers.Raise(this, exponent);

        /// <summary><see cref="pow(Tensor)"/> in place.</summary>
        public Tensor pow_(Tensor exponent) => Change(nameof(pow_), x => Powers.Raise(x, exponent), exponent);

        /// <summary><see cref="pow(Scalar)"/> in place.</summary>
        public Tensor pow_(Scalar exponent) => Change(nameof(pow_), x => Powers.Raise(x, exponent));

        /// <summary>Each element, or min or max where it is outside of them; max rules where both say something.</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Clamping.Between(this, min, max);

        /// <summary>Each element, or min or max where it is outside of them, with broadcasting.</summary>
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Clamping.Between(this, min, max);

        /// <summary><see cref="clamp(Scalar?, Scalar?)"/> in place.</summary>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Change(nameof(clamp_), x => Clamping.Between(x, min, max));

        /// <summary><see cref="clamp(Tensor?, Tensor?)"/> in place.</summary>
        public Tensor clamp_(Tensor? min = null, Tensor? max = null) =>
            Change(nameof(clamp_), x => Clamping.Between(x, min, max), [.. new[] { min, max }.OfType<Tensor>()]);

        /// <summary>The larger of two elements, with broadcasting; not-a-number if one is. Equals share its gradient.</summary>
        public Tensor maximum(Tensor other) => Selection.Larger(this, other);

        /// <summary>The smaller of two elements, with broadcasting; not-a-number if one is. Equals share its gradient.</summary>
        public Tensor minimum(Tensor other) => Selection.Smaller(this, other);
    }
}
