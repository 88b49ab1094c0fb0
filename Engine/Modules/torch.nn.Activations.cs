using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>x where it is positive, a fraction of it elsewhere.</summary>
        public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(negative_slope, inplace);

        /// <summary>x where it is positive, 0 elsewhere.</summary>
        public static ReLU ReLU(bool inplace = false) => new(inplace);

        /// <summary>x where it is positive, alpha·(eˣ − 1) elsewhere.</summary>
        public static ELU ELU(double alpha = 1, bool inplace = false) => new(alpha, inplace);

        /// <summary>x·Φ(x), Φ being the distribution function of the standard normal.</summary>
        public static GELU GELU() => new(Modules.GELU.Approximate.none, false);

        /// <summary>x·Φ(x), Φ being the distribution function of the standard normal.</summary>
        public static GELU GELU(bool inplace) => new(Modules.GELU.Approximate.none, inplace);

        /// <summary>x·Φ(x), Φ being the distribution function of the standard normal or its approximation by tanh.</summary>
        public static GELU GELU(GELU.Approximate approximate, bool inplace = false) => new(approximate, inplace);

        /// <summary>x / (1 + e⁻ˣ).</summary>
        public static SiLU SiLU() => new(false);

        /// <summary>x / (1 + e⁻ˣ).</summary>
        public static SiLU SiLU(bool inplace) => new(inplace);

        /// <summary>1 / (1 + exp(−x)).</summary>
        public static Sigmoid Sigmoid() => new(false);

        /// <summary>1 / (1 + exp(−x)).</summary>
        public static Sigmoid Sigmoid(bool inplace) => new(inplace);

        /// <summary>The hyperbolic tangent.</summary>
        public static Tanh Tanh() => new(false);

        /// <summary>The hyperbolic tangent.</summary>
        public static Tanh Tanh(bool inplace = false) => new(inplace);

        /// <summary>ln(1 + exp(beta·x)) / beta, and x itself where beta·x is above the threshold.</summary>
        public static Softplus Softplus(double beta = 1, double threshold = 20) => new(beta, threshold);

        /// <summary>Softmax along an axis.</summary>
        public static Softmax Softmax(long dim) => new(dim);
    }
}
