using Repro.Engine.Kernels;
using Repro.Engine.Operations;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>left + right, element by element, with broadcasting.</summary>
        public static Tensor operator +(Tensor left, Tensor right) => Arithmetic.Add(left, right);

        /// <summary>left + right, element by element.</summary>
        public static Tensor operator +(Tensor left, Scalar right) => Arithmetic.Add(left, right.Single);

        /// <summary>left + right, element by element.</summary>
        public static Tensor operator +(Scalar left, Tensor right) => Arithmetic.Add(right, left.Single);

        /// <summary>left + right, element by element.</summary>
        public static Tensor operator +(Tensor left, int right) => Arithmetic.Add(left, right);

        /// <summary>left + right, element by element.</summary>
        public static Tensor operator +(int left, Tensor right) => Arithmetic.Add(right, left);

        /// <summary>left + right, element by element.</summary>
        public static Tensor operator +(Tensor left, long right) => Arithmetic.Add(left, right);

        /// <summary>left + right, element by element.</summary>
        public static Tensor operator +(long left, Tensor right) => Arithmetic.Add(right, left);

        /// <summary>left + right, element by element.</summary>
        public static Tensor operator +(Tensor left, float right) => Arithmetic.Add(left, right);

        /// <summary>left + right, element by element.</summary>
        public static Tensor operator +(float left, Tensor right) => Arithmetic.Add(right, left);

        /// <summary>left + right, element by element.</summary>
        public static Tensor operator +(Tensor left, double right) => Arithmetic.Add(left, (float)right);

        /// <summary>left + right, element by element.</summary>
        public static Tensor operator +(double left, Tensor right) => Arithmetic.Add(right, (float)left);

        /// <summary>left - right, element by element, with broadcasting.</summary>
        public static Tensor operator -(Tensor left, Tensor right) => Arithmetic.Subtract(left, right);

        /// <summary>left - right, element by element.</summary>
        public static Tensor operator -(Tensor left, Scalar right) => Arithmetic.Add(left, -right.Single);

        /// <summary>left - right, element by element.</summary>
        public static Tensor operator -(Scalar left, Tensor right) => Arithmetic.Subtract(left.Single, right);

        /// <summary>left - right, element by element.</summary>
        public static Tensor operator -(Tensor left, int right) => Arithmetic.Add(left, -right);

        /// <summary>left - right, element by element.</summary>
        public static Tensor operator -(int left, Tensor right) => Arithmetic.Subtract(left, right);

        /// <summary>left - right, element by element.</summary>
        public static Tensor operator -(Tensor left, long right) => Arithmetic.Add(left, -right);

        /// <summary>left - right, element by element.</summary>
        public static Tensor operator -(long left, Tensor right) => Arithmetic.Subtract(left, right);

        /// <summary>left - right, element by element.</summary>
        public static Tensor operator -(Tensor left, float right) => Arithmetic.Add(left, -right);

        /// <summary>left - right, element by element.</summary>
        public static Tensor operator -(float left, Tensor right) => Arithmetic.Subtract(left, right);

        /// <summary>left - right, element by element.</summary>
        public static Tensor operator -(Tensor left, double right) => Arithmetic.Add(left, -(float)right);

        /// <summary>left - right, element by element.</summary>
        public static Tensor operator -(double left, Tensor right) => Arithmetic.Subtract((float)left, right);

        /// <summary>left * right, element by element, with broadcasting.</summary>
        public static Tensor operator *(Tensor left, Tensor right) => Arithmetic.Multiply(left, right);

        /// <summary>left * right, element by element.</summary>
        public static Tensor operator *(Tensor left, Scalar right) => Arithmetic.Multiply(left, right.Single);

        /// <summary>left * right, element by element.</summary>
        public static Tensor operator *(Scalar left, Tensor right) => Arithmetic.Multiply(right, left.Single);

        /// <summary>left * right, element by element.</summary>
        public static Tensor operator *(Tensor left, int right) => Arithmetic.Multiply(left, right);

        /// <summary>left * right, element by element.</summary>
        public static Tensor operator *(int left, Tensor right) => Arithmetic.Multiply(right, left);

        /// <summary>left * right, element by element.</summary>
        public static Tensor operator *(Tensor left, long right) => Arithmetic.Multiply(left, right);

        /// <summary>left * right, element by element.</summary>
        public static Tensor operator *(long left, Tensor right) => Arithmetic.Multiply(right, left);

        /// <summary>left * right, element by element.</summary>
        public static Tensor operator *(Tensor left, float right) => Arithmetic.Multiply(left, right);

        /// <summary>left * right, element by element.</summary>
        public static Tensor operator *(float left, Tensor right) => Arithmetic.Multiply(right, left);

        /// <summary>left * right, element by element.</summary>
        public static Tensor operator *(Tensor left, double right) => Arithmetic.Multiply(left, (float)right);

        /// <summary>left * right, element by element.</summary>
        public static Tensor operator *(double left, Tensor right) => Arithmetic.Multiply(right, (float)left);

        /// <summary>left / right, element by element, with broadcasting.</summary>
        public static Tensor operator /(Tensor left, Tensor right) => Arithmetic.Divide(left, right);

        /// <summary>left / right, element by element.</summary>
        public static Tensor operator /(Tensor left, Scalar right) => Arithmetic.Divide(left, right.Single);

        /// <summary>left / right, element by element.</summary>
        public static Tensor operator /(Scalar left, Tensor right) => Arithmetic.Divide(left.Single, right);

        /// <summary>left / right, element by element.</summary>
        public static Tensor operator /(Tensor left, int right) => Arithmetic.Divide(left, right);

        /// <summary>left / right, element by element.</summary>
        public static Tensor operator /(int left, Tensor right) => Arithmetic.Divide(left, right);

        /// <summary>left / right, element by element.</summary>
        public static Tensor operator /(Tensor left, long right) => Arithmetic.Divide(left, right);

        /// <summary>left / right, element by element.</summary>
        public static Tensor operator /(long left, Tensor right) => Arithmetic.Divide(left, right);

        /// <summary>left / right, element by element.</summary>
        public static Tensor operator /(Tensor left, float right) => Arithmetic.Divide(left, right);

        /// <summary>left / right, element by element.</summary>
        public static Tensor operator /(float left, Tensor right) => Arithmetic.Divide(left, right);

        /// <summary>left / right, element by element.</summary>
        public static Tensor operator /(Tensor left, double right) => Arithmetic.Divide(left, (float)right);

        /// <summary>left / right, element by element.</summary>
        public static Tensor operator /(double left, Tensor right) => Arithmetic.Divide((float)left, right);

        /// <summary>The negative of each element.</summary>
        public static Tensor operator -(Tensor tensor) => Pointwise.Negate(tensor);

        /// <summary>The sum of this tensor and another, with broadcasting.</summary>
        public Tensor add(Tensor target) => Arithmetic.Add(this, target);

        /// <summary>The sum of each element and a number.</summary>
        public Tensor add(Scalar scalar) => Arithmetic.Add(this, scalar.Single);

        /// <summary><see cref="add(Tensor)"/> in place.</summary>
        public Tensor add_(Tensor target) => InPlace("add_", target, default(Add));

        /// <summary>The difference of this tensor and another, with broadcasting.</summary>
        public Tensor sub(Tensor target) => Arithmetic.Subtract(this, target);

        /// <summary>The difference of each element and a number.</summary>
        public Tensor sub(Scalar target) => Arithmetic.Add(this, -target.Single);

        /// <summary><see cref="sub(Tensor)"/> in place.</summary>
        public Tensor sub_(Tensor target) => InPlace("sub_", target, default(Subtract));

        /// <summary>The product of this tensor and another, with broadcasting.</summary>
        public Tensor mul(Tensor target) => Arithmetic.Multiply(this, target);

        /// <summary>The product of each element and a number.</summary>
        public Tensor mul(Scalar target) => Arithmetic.Multiply(this, target.Single);

        /// <summary><see cref="mul(Tensor)"/> in place.</summary>
        public Tensor mul_(Tensor target) => InPlace("mul_", target, default(Multiply));

        /// <summary>The quotient of this tensor and another, with broadcasting.</summary>
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Rounded(Arithmetic.Divide(this, target), rounding_mode);

        /// <summary>The quotient of each element and a number.</summary>
        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Rounded(Arithmetic.Divide(this, target.Single), rounding_mode);

        /// <summary>The sum of this tensor and alpha times another, with broadcasting.</summary>
        public Tensor add(Tensor target, Scalar alpha) => Arithmetic.Add(this, target, alpha.Single);

        /// <summary><see cref="add(Tensor, Scalar)"/> in place.</summary>
        public Tensor add_(Tensor target, Scalar alpha) => InPlace("add_", target, new AddScaled(alpha.Single));

        /// <summary>Multiplies each element by a number, in place.</summary>
        public Tensor mul_(Scalar target) => InPlace("mul_", new MultiplyByConstant(target.Single));

        /// <summary>Adds a number to each element, in place.</summary>
        public Tensor add_(Scalar scalar) => InPlace("add_", new AddConstant(scalar.Single));

        /// <summary>Subtracts a number from each element, in place.</summary>
        public Tensor sub_(Scalar target) => InPlace("sub_", new AddConstant(-target.Single));

        /// <summary>Divides by another tensor, in place.</summary>
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Rounded(InPlace("div_", target, default(Divide)), rounding_mode);

        /// <summary>Divides each element by a number, in place.</summary>
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Rounded(InPlace("div_", new DivideByConstant(target.Single)), rounding_mode);

        /// <summary>The negative of each element.</summary>
        public Tensor neg() => Pointwise.Negate(this);

        /// <summary>e to the power of each element.</summary>
        public Tensor exp() => Pointwise.Exponential(this);

        /// <summary>The natural logarithm of each element.</summary>
        public Tensor log() => Pointwise.Logarithm(this);

        /// <summary>The square root of each element.</summary>
        public Tensor sqrt() => Pointwise.SquareRoot(this);

        /// <summary>The absolute value of each element.</summary>
        public Tensor abs() => Pointwise.Absolute(this);

        /// <summary>1 / (1 + exp(−x)) of each element.</summary>
        public Tensor sigmoid() => Pointwise.Sigmoid(this);

        /// <summary>The hyperbolic tangent of each element.</summary>
        public Tensor tanh() => Pointwise.Tanh(this);

        /// <summary>Each element, or 0 where it is negative.</summary>
        public Tensor relu() => Pointwise.Relu(this);

        /// <summary>The square of each element.</summary>
        public Tensor square() => Pointwise.Square(this);

        private static Tensor Rounded(Tensor quotient, RoundingMode mode) => mode == RoundingMode.None
            ? quotient
            : throw new NotSupportedException($"div: rounding mode {mode} is not supported by the exact engine.");

        private Tensor InPlace<TOperator>(string operation, Tensor other, TOperator op)
            where TOperator : struct, IBinaryOperator
        {
            BeforeInPlace(operation);
            Map.BinaryInto(operation, this, other, this, op);
            return this;
        }

        private Tensor InPlace<TOperator>(string operation, TOperator op)
            where TOperator : struct, IUnaryOperator
        {
            BeforeInPlace(operation);
            Map.UnaryInto(operation, this, this, op);
            return this;
        }
    }
}
