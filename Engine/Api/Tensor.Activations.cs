using Repro.Engine.Api;
using Repro.Engine.Operations;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Softmax along an axis.</summary>
        /// <param name="dim">The axis; negative ones count from the back.</param>
        /// <param name="dtype">The type to convert the elements to first: Float32.</param>
        /// <exception cref="NotSupportedException">The type is another one.</exception>
        public Tensor softmax(long dim, ScalarType? dtype = null)
        {
            Unsupported.Dtype(nameof(softmax), dtype);
            return Softmax.Apply(As(dtype), dim);
        }

        /// <summary>The logarithm of the softmax along an axis.</summary>
        /// <param name="dim">The axis; negative ones count from the back.</param>
        /// <param name="dtype">The type to convert the elements to first: Float32.</param>
        /// <exception cref="NotSupportedException">The type is another one.</exception>
        public Tensor log_softmax(long dim, ScalarType? dtype = null)
        {
            Unsupported.Dtype(nameof(log_softmax), dtype);
            return Softmax.Logarithm(As(dtype), dim);
        }

        /// <summary>ln(1 + exp(beta·x)) / beta of each element, and x itself where beta·x is above the threshold.</summary>
        public Tensor softplus(double beta = 1, double threshold = 20) => Activation.Softplus(this, beta, threshold);

        /// <summary>The error function of each element.</summary>
        public Tensor erf() => Activation.Erf(this);

        /// <summary><see cref="erf()"/> in place.</summary>
        public Tensor erf_() => Change(nameof(erf_), Activation.Erf);

        /// <summary>eˣ − 1 of each element, without its cancellation near 0.</summary>
        public Tensor expm1() => Activation.Expm1(this);

        /// <summary><see cref="expm1()"/> in place.</summary>
        public Tensor expm1_() => Change(nameof(expm1_), Activation.Expm1);

        /// <summary>ln(1 + x) of each element, without its cancellation near 0.</summary>
        public Tensor log1p() => Activation.Log1p(this);

        /// <summary><see cref="log1p()"/> in place.</summary>
        public Tensor log1p_() => Change(nameof(log1p_), Activation.Log1p);
    }
}
