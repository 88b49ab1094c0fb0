using Repro.Engine.Kernels.Elementwise;
using Repro.Engine.Operations;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum of this tensor and another, with broadcasting.</summary>
        public Tensor add(Tensor target) => Arithmetic.Add(this, target);

        /// <summary>The sum of each element and a number.</summary>
        public Tensor add(Scalar scalar) => Arithmetic.Add(this, scalar);

        /// <summary>The sum of this tensor and alpha times another, with broadcasting.</summary>
        public Tensor add(Tensor target, Scalar alpha) => Arithmetic.Add(this, target, alpha);

        /// <summary>The sum of each element and alpha times a number.</summary>
        public Tensor add(Scalar scalar, Scalar alpha) => Arithmetic.Add(this, Product(scalar, alpha));

        /// <summary><see cref="add(Tensor)"/> in place.</summary>
        public Tensor add_(Tensor target) => Change(nameof(add_), target, default(Add), Arithmetic.Add);

        /// <summary><see cref="add(Scalar)"/> in place.</summary>
        public Tensor add_(Scalar scalar) => Change(nameof(add_), new AddConstant(scalar.Single), x => Arithmetic.Add(x, scalar));

        /// <summary><see cref="add(Tensor, Scalar)"/> in place.</summary>
        public Tensor add_(Tensor target, Scalar alpha) =>
            Change(nameof(add_), target, new AddScaled(alpha.Single), (x, y) => Arithmetic.Add(x, y, alpha));

        /// <summary><see cref="add(Scalar, Scalar)"/> in place.</summary>
        public Tensor add_(Scalar scalar, Scalar alpha) => add_(Product(scalar, alpha));

        /// <summary>The difference of this tensor and another, with broadcasting.</summary>
        public Tensor sub(Tensor target) => Arithmetic.Subtract(this, target);

        /// <summary>The difference of each element and a number.</summary>
        public Tensor sub(Scalar target) => Arithmetic.Subtract(this, target);

        /// <summary><see cref="sub(Tensor)"/> in place.</summary>
        public Tensor sub_(Tensor target) => Change(nameof(sub_), target, default(Subtract), Arithmetic.Subtract);

        /// <summary><see cref="sub(Scalar)"/> in place.</summary>
        public Tensor sub_(Scalar target) => Change(nameof(sub_), new AddConstant(-target.Single), x => Arithmetic.Subtract(x, target));

        /// <summary>The product of this tensor and another, with broadcasting.</summary>
        public Tensor mul(Tensor target) => Arithmetic.Multiply(this, target);

        /// <summary>The product of each element and a number.</summary>
        public Tensor mul(Scalar target) => Arithmetic.Multiply(this, target);

        /// <summary><see cref="mul(Tensor)"/> in place.</summary>
        public Tensor mul_(Tensor target) => Change(nameof(mul_), target, default(Multiply), Arithmetic.Multiply);

        /// <summary><see cref="mul(Scalar)"/> in place.</summary>
        public Tensor mul_(Scalar target) =>
            Change(nameof(mul_), new MultiplyByConstant(target.Single), x => Arithmetic.Multiply(x, target));

        /// <summary>The quotient of this tensor and another, with broadcasting; whole numbers if a rounding mode is given.</summary>
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => Division.Rounded(this, target, rounding_mode);

        /// <summary>The quotient of each element and a number; a whole number if a rounding mode is given.</summary>
        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => Division.Rounded(this, target, rounding_mode);

        /// <summary><see cref="div(Tensor, RoundingMode)"/> in place.</summary>
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => rounding_mode == RoundingMode.None
            ? Change(nameof(div_), target, default(Divide), Arithmetic.Divide)
            : Change(nameof(div_), x => Division.Rounded(x, target, rounding_mode), target);

        /// <summary><see cref="div(Scalar, RoundingMode)"/> in place.</summary>
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => rounding_mode == RoundingMode.None
            ? Change(nameof(div_), new DivideByConstant(target.Single), x => Arithmetic.Divide(x, target))
            : Change(nameof(div_), x => Division.Rounded(x, target, rounding_mode));

        private static Scalar Product(Scalar x, Scalar y) => x.IsIntegral && y.IsIntegral ? x.Int64 * y.Int64 : x.Double * y.Double;
    }
}
