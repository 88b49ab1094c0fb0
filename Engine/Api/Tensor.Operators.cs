using Repro.Engine.Operations;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>left + right, element by element, with broadcasting.</summary>
        public static Tensor operator +(Tensor left, Tensor right) => Arithmetic.Add(left, right);

        /// <summary>left + right, element by element.</summary>
        public static Tensor operator +(Tensor left, Scalar right) => Arithmetic.Add(left, right);

        /// <summary>left + right, element by element.</summary>
        public static Tensor operator +(Scalar left, Tensor right) => Arithmetic.Add(right, left);

        /// <summary>left + right, element by element.</summary>
        public static Tensor operator +(Tensor left, int right) => Arithmetic.Add(left, (Scalar)right);

        /// <summary>left + right, element by element.</summary>
        public static Tensor operator +(int left, Tensor right) => Arithmetic.Add(right, (Scalar)left);

        /// <summary>left + right, element by element.</summary>
        public static Tensor operator +(Tensor left, long right) => Arithmetic.Add(left, (Scalar)right);

        /// <summary>left + right, element by element.</summary>
        public static Tensor operator +(long left, Tensor right) => Arithmetic.Add(right, (Scalar)left);

        /// <summary>left + right, element by element.</summary>
        public static Tensor operator +(Tensor left, float right) => Arithmetic.Add(left, (Scalar)right);

        /// <summary>left + right, element by element.</summary>
        public static Tensor operator +(float left, Tensor right) => Arithmetic.Add(right, (Scalar)left);

        /// <summary>left + right, element by element.</summary>
        public static Tensor operator +(Tensor left, double right) => Arithmetic.Add(left, (Scalar)right);

        /// <summary>left + right, element by element.</summary>
        public static Tensor operator +(double left, Tensor right) => Arithmetic.Add(right, (Scalar)left);

        /// <summary>left - right, element by element, with broadcasting.</summary>
        public static Tensor operator -(Tensor left, Tensor right) => Arithmetic.Subtract(left, right);

        /// <summary>left - right, element by element.</summary>
        public static Tensor operator -(Tensor left, Scalar right) => Arithmetic.Subtract(left, right);

        /// <summary>left - right, element by element.</summary>
        public static Tensor operator -(Scalar left, Tensor right) => Arithmetic.Subtract(left, right);

        /// <summary>left - right, element by element.</summary>
        public static Tensor operator -(Tensor left, int right) => Arithmetic.Subtract(left, (Scalar)right);

        /// <summary>left - right, element by element.</summary>
        public static Tensor operator -(int left, Tensor right) => Arithmetic.Subtract((Scalar)left, right);

        /// <summary>left - right, element by element.</summary>
        public static Tensor operator -(Tensor left, long right) => Arithmetic.Subtract(left, (Scalar)right);

        /// <summary>left - right, element by element.</summary>
        public static Tensor operator -(long left, Tensor right) => Arithmetic.Subtract((Scalar)left, right);

        /// <summary>left - right, element by element.</summary>
        public static Tensor operator -(Tensor left, float right) => Arithmetic.Subtract(left, (Scalar)right);

        /// <summary>left - right, element by element.</summary>
        public static Tensor operator -(float left, Tensor right) => Arithmetic.Subtract((Scalar)left, right);

        /// <summary>left - right, element by element.</summary>
        public static Tensor operator -(Tensor left, double right) => Arithmetic.Subtract(left, (Scalar)right);

        /// <summary>left - right, element by element.</summary>
        public static Tensor operator -(double left, Tensor right) => Arithmetic.Subtract((Scalar)left, right);

        /// <summary>left * right, element by element, with broadcasting.</summary>
        public static Tensor operator *(Tensor left, Tensor right) => Arithmetic.Multiply(left, right);

        /// <summary>left * right, element by element.</summary>
        public static Tensor operator *(Tensor left, Scalar right) => Arithmetic.Multiply(left, right);

        /// <summary>left * right, element by element.</summary>
        public static Tensor operator *(Scalar left, Tensor right) => Arithmetic.Multiply(right, left);

        /// <summary>left * right, element by element.</summary>
        public static Tensor operator *(Tensor left, int right) => Arithmetic.Multiply(left, (Scalar)right);

        /// <summary>left * right, element by element.</summary>
        public static Tensor operator *(int left, Tensor right) => Arithmetic.Multiply(right, (Scalar)left);

        /// <summary>left * right, element by element.</summary>
        public static Tensor operator *(Tensor left, long right) => Arithmetic.Multiply(left, (Scalar)right);

        /// <summary>left * right, element by element.</summary>
        public static Tensor operator *(long left, Tensor right) => Arithmetic.Multiply(right, (Scalar)left);

        /// <summary>left * right, element by element.</summary>
        public static Tensor operator *(Tensor left, float right) => Arithmetic.Multiply(left, (Scalar)right);

        /// <summary>left * right, element by element.</summary>
        public static Tensor operator *(float left, Tensor right) => Arithmetic.Multiply(right, (Scalar)left);

        /// <summary>left * right, element by element.</summary>
        public static Tensor operator *(Tensor left, double right) => Arithmetic.Multiply(left, (Scalar)right);

        /// <summary>left * right, element by element.</summary>
        public static Tensor operator *(double left, Tensor right) => Arithmetic.Multiply(right, (Scalar)left);

        /// <summary>left / right, element by element, with broadcasting.</summary>
        public static Tensor operator /(Tensor left, Tensor right) => Arithmetic.Divide(left, right);

        /// <summary>left / right, element by element.</summary>
        public static Tensor operator /(Tensor left, Scalar right) => Arithmetic.Divide(left, right);

        /// <summary>left / right, element by element.</summary>
        public static Tensor operator /(Scalar left, Tensor right) => Arithmetic.Divide(left, right);

        /// <summary>left / right, element by element.</summary>
        public static Tensor operator /(Tensor left, int right) => Arithmetic.Divide(left, (Scalar)right);

        /// <summary>left / right, element by element.</summary>
        public static Tensor operator /(int left, Tensor right) => Arithmetic.Divide((Scalar)left, right);

        /// <summary>left / right, element by element.</summary>
        public static Tensor operator /(Tensor left, long right) => Arithmetic.Divide(left, (Scalar)right);

        /// <summary>left / right, element by element.</summary>
        public static Tensor operator /(long left, Tensor right) => Arithmetic.Divide((Scalar)left, right);

        /// <summary>left / right, element by element.</summary>
        public static Tensor operator /(Tensor left, float right) => Arithmetic.Divide(left, (Scalar)right);

        /// <summary>left / right, element by element.</summary>
        public static Tensor operator /(float left, Tensor right) => Arithmetic.Divide((Scalar)left, right);

        /// <summary>left / right, element by element.</summary>
        public static Tensor operator /(Tensor left, double right) => Arithmetic.Divide(left, (Scalar)right);

        /// <summary>left / right, element by element.</summary>
        public static Tensor operator /(double left, Tensor right) => Arithmetic.Divide((Scalar)left, right);

        /// <summary>The negative of each element.</summary>
        public static Tensor operator -(Tensor tensor) => Pointwise.Negate(tensor);
    }
}
