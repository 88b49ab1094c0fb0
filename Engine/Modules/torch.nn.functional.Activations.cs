using Repro.Engine.Operations;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>x where it is positive, 0 elsewhere.</summary>
            public static Tensor relu(Tensor x, bool inplace = false) => Activate(nameof(relu), x, inplace, Pointwise.Relu);

            /// <summary>x where it is positive, a fraction of it elsewhere.</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                Activate(nameof(leaky_relu), input, inplace, x => Pointwise.LeakyRelu(x, negative_slope));

            /// <summary>x where it is positive, alpha·(eˣ − 1) elsewhere.</summary>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) =>
                Activate(nameof(elu), x, inplace, y => Activation.Elu(y, alpha));

            /// <summary>x·Φ(x), Φ being the distribution function of the standard normal.</summary>
            public static Tensor gelu(Tensor x) => Activation.Gelu(x);

            /// <summary>x·Φ(x), Φ being the distribution function of the standard normal.</summary>
            public static Tensor gelu(Tensor x, bool inplace) => Activate(nameof(gelu), x, inplace, Activation.Gelu);

            /// <summary>x·Φ(x), Φ being the distribution function of the standard normal, or what approximates it.</summary>
            public static Tensor gelu(Tensor x, Modules.GELU.Approximate approximate, bool inplace = false) =>
                Activate(nameof(gelu), x, inplace, approximate == Modules.GELU.Approximate.tanh ? Activation.GeluByTanh : Activation.Gelu);

            /// <summary>x·sigmoid x.</summary>
            public static Tensor silu(Tensor x, bool inplace = false) => Activate(nameof(silu), x, inplace, Activation.Silu);

            /// <summary>1 / (1 + exp(−x)).</summary>
            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            /// <summary>1 / (1 + exp(−x)).</summary>
            public static Tensor sigmoid(Tensor x, bool inplace) => Activate(nameof(sigmoid), x, inplace, Pointwise.Sigmoid);

            /// <summary>The hyperbolic tangent.</summary>
            public static Tensor tanh(Tensor x, bool inplace = false) => Activate(nameof(tanh), x, inplace, Pointwise.Tanh);

            /// <summary>ln(1 + exp(beta·x)) / beta, and x itself where beta·x is above the threshold.</summary>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => x.softplus(beta, threshold);

            /// <summary>
            /// The function of the elements; in place, another tensor on the input's memory, as a layer returns none that it was given.
            /// </summary>
            private static Tensor Activate(string name, Tensor x, bool inplace, Func<Tensor, Tensor> function)
            {
                ArgumentNullException.ThrowIfNull(x);
                return inplace ? x.Change(name, function).alias() : function(x);
            }
        }
    }
}
